import { BackLink } from "@/app/sessions/back-link";
import "@/app/sessions/print-pack/print.css";
import { getTranslations } from "next-intl/server";
import { RunSheet } from "@/app/sessions/print-pack/run-sheet";
import { PrintSheet } from "@/app/sessions/print-pack/sheet";
import { PrintButton } from "@/app/summary-paper/print-button";
import type { PrintPack } from "@/lib/print-pack/pages";

export interface PrintPackPageProps {
  pack: PrintPack;
  /** Where one comes from. */
  back: string;
}

/**
 * The print pack as the browser prints it, out of the same sheets as its PDF: what there is where a machine has no typesetter
 * (docs/decisions/0107).
 */
export async function PrintPackPage({ pack, back }: PrintPackPageProps) {
  const t = await getTranslations("print");
  return (
    <main
      className="mx-auto flex w-full max-w-[960px] flex-col gap-6 px-5 py-6 print:block print:max-w-none print:p-0"
      data-print-pack
    >
      <div className="flex flex-col gap-3 print:hidden">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <BackLink href={back}>{pack.title}</BackLink>
          <PrintButton />
        </div>
        <h1 className="font-medium font-serif text-3xl">{t("title")}</h1>
        <p className="measure text-ink-2 text-lg">{t("onPage")}</p>
      </div>
      <div className="flex flex-col gap-6 print:block" lang={pack.language}>
        <RunSheet pack={pack} />
        {pack.sheets.map((sheet, at) => (
          <PrintSheet
            // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no identity but their place
            key={at}
            language={pack.language}
            sheet={sheet}
          />
        ))}
      </div>
    </main>
  );
}
