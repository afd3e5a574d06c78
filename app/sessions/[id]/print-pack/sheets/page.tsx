import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { printedSession } from "@/app/sessions/[id]/print-pack/load";
import { askedIn, askedPack } from "@/app/sessions/print-pack/asked-pack";
import { PrintPackPage } from "@/app/sessions/print-pack/print-pack-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("title") };
}

interface SheetsPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The print pack of an own session as a page that the browser prints. */
export default async function SessionSheetsPage({ params, searchParams }: SheetsPageProps) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const ask = await printedSession(id);
  return <PrintPackPage back={`/sessions/${id}/guide`} pack={askedPack(ask, askedIn(query))} />;
}
