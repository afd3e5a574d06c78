import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { sentMessages } from "@/lib/i18n/messages";
import { MoreMessages } from "@/lib/i18n/more-messages";

/** Around pages of facilitators and the ways to them: what they say is sent to no phone. */
export async function FacilitatorsMessages({ children }: { children: ReactNode }) {
  const { ofFacilitators } = sentMessages(await getMessages());
  return <MoreMessages messages={ofFacilitators}>{children}</MoreMessages>;
}
