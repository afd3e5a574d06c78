import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/app/sign-in/sign-in-form";
import { safeNext } from "@/app/sign-in-cookie";
import { FormPage } from "@/lib/ui/form-page";
import { running } from "@/server/running";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signInTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Sign-in for facilitators; whoever is signed in already goes straight on. */
export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const goOn = safeNext(typeof next === "string" ? next : undefined);
  if (await running().auth.facilitatorFromRequest((await headers()).get("cookie"))) redirect(goOn);
  const t = await getTranslations("auth");
  return (
    <FormPage lead={t("signInLead")} title={t("signInTitle")}>
      <SignInForm next={goOn} />
    </FormPage>
  );
}
