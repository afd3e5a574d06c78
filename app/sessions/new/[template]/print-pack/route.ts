import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { inAskedSizes } from "@/app/sessions/new/[template]/chosen-sizes";
import { printPackFile } from "@/app/sessions/print-pack/print-pack-file";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locale";
import { running } from "@/server/running-server";

interface PrintPackRoute {
  params: Promise<{ template: string }>;
}

/** GET: the print pack of a ready-made plan or one of one's own, in the sizes and the form of address that its address names. */
export async function GET(request: Request, { params }: PrintPackRoute): Promise<Response> {
  const { userId } = await requireFacilitator();
  const { template: asked } = await params;
  const template = await running().sessions.template(userId, asked);
  if (!template) notFound();
  const query = new URL(request.url).searchParams;
  const sized = inAskedSizes(template, (field) => query.get(field));
  if (!sized) notFound();
  const locale = await getLocale();
  return await printPackFile(request, {
    plan: { ...template, ...sized },
    language: isLocale(locale) ? locale : DEFAULT_LOCALE,
    address: query.get("address") === "sie" ? "sie" : "du",
    join: null,
  });
}
