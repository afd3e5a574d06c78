import type { SummaryBlock } from "@/lib/summary/blocks";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ShareBar } from "@/lib/ui/share-bar";

/** One block as it stands on paper. The takeaway has its own editor. */
export function SummaryBlockView({
  block,
}: {
  block: Exclude<SummaryBlock, { type: "takeaway" }>;
}) {
  switch (block.type) {
    case "heading":
      return (
        <PeoplesWords as="h3" className="mt-3 break-after-avoid font-semibold text-lg first:mt-0">
          {block.text}
        </PeoplesWords>
      );
    case "paragraph":
      return <p className="text-base">{block.text}</p>;
    case "note":
      return <p className="text-base text-ink-2">{block.text}</p>;
    case "facts":
      return (
        <dl className="grid break-inside-avoid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-base">
          {block.facts.map(({ label, value }) => (
            <div className="contents" key={label}>
              <dt className="text-ink-2">{label}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "quotes":
      return block.quotes.map((quote, index) => (
        <PeoplesWords
          as="blockquote"
          className="break-inside-avoid whitespace-pre-line border-accent border-s-4 ps-4 text-lg"
          // biome-ignore lint/suspicious/noArrayIndexKey: two quotes may be word for word the same
          key={index}
        >
          {quote}
        </PeoplesWords>
      ));
    case "bars":
      return <Bars block={block} />;
    case "table":
      return (
        <table className="w-full border-collapse text-base">
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th
                  className={`border-edge border-b py-1.5 font-semibold ${index === 0 ? "text-start" : "ps-4 text-end"}`}
                  key={cell}
                  scope="col"
                >
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, rowIndex) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr className="break-inside-avoid" key={rowIndex}>
                {row.map((cell, index) => (
                  <td
                    className={`tabular border-line border-b py-1.5 ${index === 0 ? "text-start" : "whitespace-nowrap ps-4 text-end"}`}
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
    case "list":
      return (
        <ul className="flex list-disc flex-col gap-1 ps-5 text-base">
          {block.items.map((item) => (
            <PeoplesWords as="li" key={item}>
              {item}
            </PeoplesWords>
          ))}
        </ul>
      );
  }
}

/** Labels up to this length stand beside their bar, longer ones above it. */
const SHORT_LABEL = 24;

function Bars({ block }: { block: Extract<SummaryBlock, { type: "bars" }> }) {
  const beside = block.bars.every(({ label }) => label.length <= SHORT_LABEL);
  return (
    <figure className="flex flex-col gap-2">
      {block.caption === null ? null : (
        <figcaption className="break-after-avoid text-base text-ink-2">{block.caption}</figcaption>
      )}
      {/* Short labels are few and one comparison: half of it on the next page reads as the whole. */}
      <ul className={`flex flex-col ${beside ? "break-inside-avoid gap-1" : "gap-3"}`}>
        {block.bars.map(({ label, value, of, reading }, index) => (
          <li
            className={`break-inside-avoid ${beside ? "sm:flex sm:items-center sm:gap-3" : ""}`}
            // biome-ignore lint/suspicious/noArrayIndexKey: two bars may read the same
            key={index}
          >
            <PeoplesWords as="p" className={`text-base ${beside ? "sm:w-44 sm:shrink-0" : ""}`}>
              {label}
            </PeoplesWords>
            <div className="flex flex-1 items-center gap-3">
              <ShareBar className="h-3.5 min-w-0 flex-1" share={of === 0 ? 0 : value / of} />
              <p
                className={`tabular shrink-0 text-base text-ink-2 ${beside ? "min-w-20" : "min-w-40"}`}
              >
                {reading}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </figure>
  );
}
