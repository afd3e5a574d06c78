import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findCode } from "@/lib/session/room-code";
import { JoinBox } from "@/lib/ui/join-box";
import { OnThisDevice } from "@/lib/ui/phone/on-this-device";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("pageTitle") };
}

interface JoinPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Only the code field: the address that stands on the stage. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  // The form sends the code here while JavaScript has not arrived yet.
  const { code: sent } = await searchParams;
  const code = typeof sent === "string" ? findCode(sent) : null;
  if (code !== null) redirect(`/j/${code}`);

  const t = await getTranslations();
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto flex w-full max-w-[480px] flex-1 flex-col gap-6 px-5 py-6">
        <div className="flex flex-col gap-2">
          <h1 className="font-medium font-serif text-2xl">{t("join.pageTitle")}</h1>
          <p className="text-ink-2 text-lg">{t("landing.lead")}</p>
        </div>
        <OnThisDevice />
        <JoinBox
          autoFocus
          error={sent === undefined ? undefined : t("join.codeShort")}
          initial={typeof sent === "string" ? sent : undefined}
        />
        <p className="text-base text-ink-2">{t("landing.noAccount")}</p>
      </main>
      <SiteFooter />
    </div>
  );
}
