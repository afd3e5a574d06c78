import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OidcProblem } from "@/app/oidc-problem";
import { ProviderButton } from "@/app/provider-button";
import { signInWithProvider } from "@/app/sign-in/actions";
import { SignInForm } from "@/app/sign-in/sign-in-form";
import { safeNext } from "@/app/sign-in-cookie";
import { buttonClass } from "@/lib/ui/button";
import { FormPage } from "@/lib/ui/form-page";
import { Notice } from "@/lib/ui/notice";
import { Or } from "@/lib/ui/or";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signInTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Sign-in for facilitators; whoever is signed in already goes straight on. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, problem, done } = await searchParams;
  const goOn = safeNext(typeof next === "string" ? next : undefined);
  const { auth, mailed } = running();
  if (await auth.facilitatorFromRequest((await headers()).get("cookie"))) redirect(goOn);
  const t = await getTranslations();
  const link = `${buttonClass("quiet", "phone")} -mx-3`;
  return (
    <FormPage lead={t("auth.signInLead")} title={t("auth.signInTitle")}>
      <OidcProblem problem={problem} />
      {done === "deleted" ? <Notice tone="done">{t("account.deleted")}</Notice> : null}
      {done === "email" ? <Notice tone="done">{t("auth.linkEmailDone")}</Notice> : null}
      <SignInForm next={goOn} />
      <div className="-my-2 flex flex-wrap gap-x-9">
        {mailed ? (
          <a className={link} href="/sign-in/by-mail">
            {t("auth.byMail")}
          </a>
        ) : null}
        <a className={link} href="/sign-in/forgotten">
          {t("auth.forgotten")}
        </a>
      </div>
      {auth.oidc ? (
        <>
          <Or />
          <ProviderButton
            action={signInWithProvider}
            label={t("auth.signInWith", { label: auth.oidc.label })}
            next={goOn}
          />
        </>
      ) : null}
    </FormPage>
  );
}
