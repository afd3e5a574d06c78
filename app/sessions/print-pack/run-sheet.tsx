import type { ReactNode } from "react";
import type { PrintPack } from "@/lib/print-pack/pages";
import { printWordingOf } from "@/lib/print-pack/wording";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";
import { QrCode } from "@/lib/ui/qr-code";

/** What whoever leads has in the hand: times, what is in the pack, and what is said in each part. */
export function RunSheet({ pack }: { pack: PrintPack }) {
  // What is said around the sheets addresses nobody.
  const { t } = printWordingOf(pack.language, "du");
  // The same sheet for several groups stands here once.
  const contents = new Map(
    pack.sheets.map(({ activity, name, copies }) => [
      `${activity} ${name} ${copies}`,
      [name, activity, t("copies", { n: copies })],
    ]),
  );
  return (
    <article
      className="flex flex-col gap-5 rounded-card border border-line bg-surface px-5 py-8 sm:px-[60px] sm:py-[52px] print:block print:space-y-5 print:border-0 print:p-0"
      data-run-sheet
    >
      <header className="flex flex-col gap-3">
        <p className="flex items-center justify-between gap-4 text-ink-2 text-sm">
          <span className="flex items-center gap-2 font-medium font-serif text-ink text-lg">
            <UpdraftGlyph className="text-accent" />
            Aufwind
          </span>
          {t("title")}
        </p>
        <h2 className="text-balance font-medium font-serif text-3xl">{pack.title}</h2>
        <p className="text-lg">{pack.purpose}</p>
        <p className="text-ink-2 text-sm">{pack.facts.join(" · ")}</p>
      </header>
      {pack.join === null ? null : (
        <section className="flex break-inside-avoid flex-wrap items-center gap-5 rounded-control border border-edge p-4">
          <QrCode className="w-32 shrink-0" label={pack.join.url} url={pack.join.url} />
          <div className="min-w-0">
            <h3 className="font-semibold">{t("join")}</h3>
            <p className="text-lg">{pack.join.address}</p>
            <p className="tabular font-medium font-serif text-3xl tracking-wider">
              {pack.join.code}
            </p>
          </div>
        </section>
      )}
      <Rows
        heading={t("agenda")}
        rows={pack.agenda.map(({ time, title, minutes }) => [time, title, minutes])}
        widths={["w-16 font-semibold", "", "text-ink-2"]}
      />
      {contents.size === 0 ? null : (
        <Rows
          heading={t("contents")}
          rows={[...contents.values()]}
          widths={["", "text-ink-2", "text-ink-2"]}
        />
      )}
      {pack.parts.map((part, at) => (
        <section
          className={`flex flex-col gap-2 border-line border-t pt-5 print:block print:space-y-2 ${at === 0 ? "print:break-before-page print:border-t-0 print:pt-0" : ""}`}
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          key={at}
        >
          <h3 className="flex break-after-avoid flex-wrap items-baseline gap-x-4 font-medium font-serif text-xl">
            <span className="tabular text-accent">{part.time}</span>
            <span>{part.title}</span>
            <span className="font-normal font-sans text-base text-ink-2">{part.minutes}</span>
          </h3>
          <p className="measure break-after-avoid font-semibold">{part.prompt}</p>
          {part.notes.map(({ label, text }) => (
            <Small key={label} label={label}>
              {text}
            </Small>
          ))}
          {part.phases.map(({ name, minutes, say, watchFor }, phase) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: phases may be called the same
            <div className="flex break-inside-avoid flex-col gap-1" key={phase}>
              <h4 className="font-semibold">
                {name}{" "}
                {minutes === null ? null : (
                  <span className="font-normal text-ink-2 text-sm">{minutes}</span>
                )}
              </h4>
              <div className="border-line border-s-2 ps-3">
                <p className="measure font-medium font-serif">{say}</p>
                <Small label={t("watchFor")}>{watchFor}</Small>
              </div>
            </div>
          ))}
          <div className="grid break-inside-avoid gap-x-6 gap-y-2 sm:grid-cols-2 print:grid-cols-2">
            <Titled title={t("ifItStalls")}>
              <p>{part.ifItStalls}</p>
            </Titled>
            <Titled title={t("debrief")}>
              <ul className="list-disc ps-5 marker:text-accent">
                {part.debrief.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </Titled>
          </div>
          <Titled title={t("talkInstead")}>
            <p className="measure">{part.talkInstead}</p>
          </Titled>
        </section>
      ))}
    </article>
  );
}

/** Rows with hairlines, the last of their three cells at the end. */
function Rows({
  heading,
  rows,
  widths,
}: {
  heading: string;
  rows: readonly (readonly string[])[];
  widths: readonly string[];
}) {
  return (
    <section className="flex break-inside-avoid flex-col gap-1">
      <h3 className="font-medium font-serif text-xl">{heading}</h3>
      <ul className="divide-y divide-line border-line border-y">
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <li className="flex flex-wrap items-baseline gap-x-4 py-1" key={row}>
            {cells.map((cell, at) => (
              <span
                className={`tabular ${widths[at]} ${at === 0 ? "shrink-0" : ""} ${at === 1 ? "grow" : ""}`}
                // biome-ignore lint/suspicious/noArrayIndexKey: cells neither
                key={at}
              >
                {cell}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Small = ({ label, children }: { label: string; children: string }) => (
  <p className="measure text-ink-2 text-sm">
    {label}: {children}
  </p>
);

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="break-inside-avoid">
    <h4 className="font-semibold">{title}</h4>
    {children}
  </div>
);
