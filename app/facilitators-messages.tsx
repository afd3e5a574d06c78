import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { sentMessages } from "@/lib/i18n/messages";
import { MoreMessages } from "@/lib/i18n/more-messages";
import type { MessageTree } from "@/lib/i18n/overlay";

/**
 * What facilitators' pages say beside what every page is sent. To be awaited before anything is returned: a component that
 * waits by itself may come before or after what else waits, and then two answers that should be the same differ.
 */
export async function facilitatorsMessages(): Promise<MessageTree> {
  return sentMessages(await getMessages()).ofFacilitators;
}

/** Around the ways in of facilitators: what these pages say is sent to no phone. */
export default async function FacilitatorsLayout({ children }: { children: ReactNode }) {
  return <MoreMessages messages={await facilitatorsMessages()}>{children}</MoreMessages>;
}
