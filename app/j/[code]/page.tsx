import "./print.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Participant } from "@/lib/phone/participant";
import { findCode } from "@/lib/session/room-code";
import { HelpContactsProvider } from "@/lib/ui/phone/help-contacts-provider";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("pageTitle") };
}

/** A participant's phone, from the code to the take-home: one address for all of it. */
export default async function ParticipantPage({ params }: { params: Promise<{ code: string }> }) {
  const typed = decodeURIComponent((await params).code);
  return (
    <HelpContactsProvider contacts={await running().installation.helpContacts()}>
      <Participant code={findCode(typed)} typed={typed} />
    </HelpContactsProvider>
  );
}
