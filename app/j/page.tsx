import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findCode } from "@/lib/session/room-code";
import { LockGlyph } from "@/lib/ui/drawn/drawings";
import { FormPage } from "@/lib/ui/form-page";
import { JoinBox } from "@/lib/ui/join-box";
import { OnThisDevice } from "@/lib/ui/phone/on-this-device";

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
    <FormPage lead={t("pages.landing.lead")} title={t("join.pageTitle")}>
      <JoinBox
        autoFocus
        error={sent === undefined ? undefined : t("join.codeShort")}
        initial={typeof sent === "string" ? sent : undefined}
      />
      <OnThisDevice />
      <p className="flex items-center gap-3 text-base">
        <LockGlyph className="size-5 text-accent" />
        {t("pages.landing.noAccount")}
      </p>
    </FormPage>
  );
}
