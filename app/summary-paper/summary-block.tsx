import type { ReactNode } from "react";
import {
  Bars,
  FactLine,
  QuartersChart,
  Rating,
  RatingPair,
  Shares,
  ShiftChart,
  Views,
} from "@/app/summary-paper/charts";
import { Takeaway } from "@/app/summary-paper/takeaway";
import type { SectionKey, SummaryBlock } from "@/lib/summary/blocks";
import { PlanGlyph } from "@/lib/ui/drawn/drawings";
import { PeoplesWords } from "@/lib/ui/peoples-words";

interface SummaryBlockViewProps {
  block: SummaryBlock;
  section: SectionKey;
  /** What stands beside a quote, for whoever may take it out. */
  besideQuote?: ((quote: string) => ReactNode) | undefined;
}

/** One block as it stands on paper. */
export function SummaryBlockView({ block, section, besideQuote }: SummaryBlockViewProps) {
  switch (block.type) {
    case "heading":
      return section === "cases" ? (
        <Case>{block.text}</Case>
      ) : (
        <PeoplesWords as="h3" className="mt-2 break-after-avoid font-semibold first:mt-0">
          {block.text}
        </PeoplesWords>
      );
    case "paragraph":
      return <Paragraph section={section}>{block.text}</Paragraph>;
    case "note":
      return <p className="measure text-pretty text-ink-2 text-sm">{block.text}</p>;
    case "facts":
      return <FactLine facts={block.facts} />;
    case "takeaway":
      return <Takeaway>{block.text}</Takeaway>;
    case "quotes":
      return block.quotes.map((quote, index) => (
        <div
          className="flex items-start justify-between gap-x-4 gap-y-1 max-sm:flex-col"
          // biome-ignore lint/suspicious/noArrayIndexKey: two quotes may be word for word the same
          key={index}
        >
          <PeoplesWords
            as="blockquote"
            className="measure break-inside-avoid whitespace-pre-line border-line border-s-3 ps-4"
          >
            {quote}
          </PeoplesWords>
          {besideQuote?.(quote)}
        </div>
      ));
    case "bars":
      return section === "cases" ? <Views block={block} /> : <Bars block={block} />;
    case "rating":
      return <Rating figure={block} />;
    case "ratingPair":
      return <RatingPair figure={block} />;
    case "shift":
      return <ShiftChart figure={block} />;
    case "shares":
      return <Shares figure={block} />;
    case "quarters":
      return <QuartersChart figure={block} />;
    case "table":
      return block.head.length > COLUMNS_OF_A_PHONE ? (
        <section
          aria-label={block.head.filter((cell) => cell !== "").join(", ")}
          className="overflow-x-auto print:overflow-visible"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved sideways must be reachable by keys
          tabIndex={0}
        >
          <Table block={block} />
        </section>
      ) : (
        <Table block={block} />
      );
    case "list":
      return (
        <ul className="measure flex list-disc flex-col gap-1 ps-5 *:break-inside-avoid">
          {block.items.map((item) => (
            <PeoplesWords as="li" key={item}>
              {item}
            </PeoplesWords>
          ))}
        </ul>
      );
  }
}

/** More columns than these don't fit beside each other on a phone. */
const COLUMNS_OF_A_PHONE = 3;

function Table({ block: { head, rows } }: { block: Extract<SummaryBlock, { type: "table" }> }) {
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th
              className={`border-edge border-b py-1 font-semibold ${index === 0 ? "text-start" : "ps-4 text-end"}`}
              key={cell}
              scope="col"
            >
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <tr className="break-inside-avoid" key={rowIndex}>
            {row.map((cell, index) => (
              <td
                className={`tabular border-line border-b py-1 align-top ${index === 0 ? "text-start" : "ps-4 text-end sm:whitespace-nowrap"}`}
                // biome-ignore lint/suspicious/noArrayIndexKey: cells neither
                key={index}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A setback, above the views of it: what somebody wrote, and no heading of ours. */
function Case({ children }: { children: string }) {
  return (
    <PeoplesWords
      as="h3"
      className="mt-2 break-after-avoid whitespace-pre-line border-line border-s-3 ps-4 font-medium font-serif text-lg first:mt-0"
    >
      {children}
    </PeoplesWords>
  );
}

function Paragraph({ section, children }: { section: SectionKey; children: string }) {
  if (section === "practice") {
    return (
      <p className="measure flex items-center gap-3 text-pretty">
        <PlanGlyph className="text-accent" />
        {children}
      </p>
    );
  }
  // Of cases it says by what was chosen among their views.
  const isSmall = section === "cases";
  return <p className={`measure text-pretty ${isSmall ? "text-ink-2 text-sm" : ""}`}>{children}</p>;
}
