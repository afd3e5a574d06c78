import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { facilitatorsMessages } from "@/app/facilitators-messages";
import { HandedPreview } from "@/app/preview/handed-preview";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { MoreMessages } from "@/lib/i18n/more-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("preview") };
}

/** One screen of an example, in a frame of one of our own pages, which hands it what to show. */
export default async function PreviewPage() {
  await requireFacilitator();
  const messages = await facilitatorsMessages();
  return (
    <MoreMessages messages={messages}>
      <HandedPreview />
    </MoreMessages>
  );
}
