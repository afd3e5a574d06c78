import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { inAskedSizes } from "@/app/sessions/new/[template]/chosen-sizes";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locale";
import type { PrintAsk } from "@/lib/session/print-pack";
import { running } from "@/server/running-server";

/**
 * What the print pack of a ready-made plan or one of one's own is made of, in the sizes and the form of address that its
 * address names.
 */
export async function printedPlan(
  template: string,
  asked: (name: string) => string | null,
): Promise<Omit<PrintAsk, "start" | "people">> {
  const { userId } = await requireFacilitator();
  const found = await running().sessions.template(userId, template);
  if (!found) notFound();
  const sized = inAskedSizes(found, asked);
  if (!sized) notFound();
  const locale = await getLocale();
  return {
    plan: { ...found, ...sized },
    language: isLocale(locale) ? locale : DEFAULT_LOCALE,
    address: asked("address") === "sie" ? "sie" : "du",
    join: null,
  };
}
