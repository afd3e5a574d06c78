import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { printedPlan } from "@/app/sessions/new/[template]/print-pack/load";
import { askedIn, askedPack } from "@/app/sessions/print-pack/asked-pack";
import { PrintPackPage } from "@/app/sessions/print-pack/print-pack-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("title") };
}

interface SheetsPageProps {
  params: Promise<{ template: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The print pack of a plan as a page that the browser prints. */
export default async function PlanSheetsPage({ params, searchParams }: SheetsPageProps) {
  const [{ template }, query] = await Promise.all([params, searchParams]);
  const asked = askedIn(query);
  const pack = askedPack(await printedPlan(template, asked), asked);
  return <PrintPackPage back={`/sessions/new/${template}/guide`} pack={pack} />;
}
