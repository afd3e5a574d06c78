import type { ComponentType, ReactNode } from "react";
import {
  CARDS_PER_SHEET,
  dotsOnSheet,
  type PrintLayout,
  type PrintPack,
} from "@/lib/print-pack/pages";
import { printWordingOf } from "@/lib/print-pack/wording";
import type { SignShape } from "@/lib/sign-shapes";
import { CircleGlyph, DiamondGlyph, SquareGlyph, TriangleGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";

type LayoutOf<Is extends PrintLayout["is"]> = Extract<PrintLayout, { is: Is }>;

/** What is cut apart; the others stay whole. */
const IS_CUT: ReadonlySet<PrintLayout["is"]> = new Set([
  "cards",
  "slips",
  "blanks",
  "dots",
  "form",
]);

/** One sheet of material as the browser prints it, in millimetres of A4 (`print.css`). */
export function PrintSheet({
  sheet: { activity, name, copies, layout },
  language,
}: {
  sheet: PrintPack["sheets"][number];
  language: PrintPack["language"];
}) {
  const { t } = printWordingOf(language, "du");
  return (
    <section
      aria-label={`${activity} · ${name}`}
      className="rounded-card border border-line bg-surface p-5 text-ink print:rounded-none print:border-0 print:p-0"
      data-theme="light"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved sideways must be reachable by keys */}
      <div className="overflow-x-auto print:overflow-visible" data-sheet tabIndex={0}>
        <div className="flex h-[calc(270*var(--mm))] flex-col gap-[calc(2*var(--mm))] hyphens-manual text-[calc(3.7*var(--mm))] leading-[1.35]">
          <h2 className="text-[calc(3.2*var(--mm))] text-ink-2">
            {activity} · {name}
            {IS_CUT.has(layout.is) ? ` · ${t("cut")}` : null}
          </h2>
          <div className="flex min-h-0 flex-1 flex-col">
            <Layout layout={layout} />
          </div>
          <p className="text-[calc(3.2*var(--mm))] text-ink-2">{t("copies", { n: copies })}</p>
        </div>
      </div>
    </section>
  );
}

/** A layout that is new doesn't compile until it is drawn here, too. */
function Layout({ layout }: { layout: PrintLayout }): ReactNode {
  switch (layout.is) {
    case "cards":
      return <Cards {...layout} />;
    case "sign":
      return <Sign {...layout} />;
    case "places":
      return <Places {...layout} />;
    case "axes":
      return <Axes {...layout} />;
    case "slips":
      return <Slips {...layout} />;
    case "blanks":
      return <Blanks {...layout} />;
    case "dots":
      return <Dots {...layout} />;
    case "form":
      return <Form {...layout} />;
  }
}

/** So many beside and below each other, to be cut apart, each as large as the others. */
function Cut({
  count,
  columns,
  children,
}: {
  count: number;
  columns: number;
  /** What stands on each, by its place. */
  children: (at: number) => ReactNode;
}) {
  return (
    <div
      className="grid min-h-0 flex-1 ps-px pt-px"
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${Math.ceil(count / columns)}, minmax(0, 1fr))`,
      }}
    >
      {Array.from({ length: count }, (_, at) => (
        <div
          className="-ms-px -mt-px flex min-h-0 min-w-0 flex-col border border-edge border-dashed p-[calc(7*var(--mm))]"
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          key={at}
        >
          {children(at)}
        </div>
      ))}
    </div>
  );
}

/** Beyond this a question takes a smaller type, or it would not stay on its card. */
const LONG_QUESTION = 160;

function Cards({ cards }: LayoutOf<"cards">) {
  return (
    <Cut columns={2} count={CARDS_PER_SHEET}>
      {(at) => {
        const card = cards[at];
        if (!card) return null;
        const isLong = (card.question ?? "").length > LONG_QUESTION;
        return (
          <>
            <Small>{card.label}</Small>
            <p className="mt-[calc(3*var(--mm))] mb-[calc(3*var(--mm))] font-medium font-serif text-[calc(7.4*var(--mm))] leading-[1.15]">
              {card.name}
            </p>
            {card.lead === null ? null : <p className="text-[calc(4.4*var(--mm))]">{card.lead}</p>}
            {card.question === null ? null : (
              <p
                className={`mt-[calc(4*var(--mm))] border-line border-t pt-[calc(4*var(--mm))] font-medium font-serif ${isLong ? "text-[calc(4.6*var(--mm))]" : "text-[calc(5.6*var(--mm))]"}`}
              >
                {card.question}
              </p>
            )}
          </>
        );
      }}
    </Cut>
  );
}

const SHAPES: Readonly<Record<SignShape, ComponentType<GlyphProps>>> = {
  circle: CircleGlyph,
  triangle: TriangleGlyph,
  square: SquareGlyph,
  diamond: DiamondGlyph,
};

function Sign({ letter, shape, called }: LayoutOf<"sign">) {
  const Shape = SHAPES[shape];
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-[calc(12*var(--mm))]">
      <div className="relative size-[calc(165*var(--mm))]">
        <Shape className="size-full!" />
        <span
          aria-hidden
          className={`absolute inset-0 flex items-center justify-center font-semibold text-[calc(74*var(--mm))] leading-none ${shape === "triangle" ? "pt-[calc(48*var(--mm))]" : ""}`}
        >
          {letter}
        </span>
      </div>
      <p className="font-medium font-serif text-[calc(15.5*var(--mm))] leading-tight">{called}</p>
    </div>
  );
}

/** More places than these stand in two columns. */
const PLACES_BELOW_EACH_OTHER = 3;

function Places({ prompt, places, note }: LayoutOf<"places">) {
  const columns = places.length <= PLACES_BELOW_EACH_OTHER ? 1 : 2;
  return (
    <>
      <Prompt>{prompt}</Prompt>
      <div
        className="mt-[calc(4*var(--mm))] grid min-h-0 flex-1 auto-rows-fr gap-[calc(5*var(--mm))]"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {places.map(({ name, detail }, at) => (
          <div
            // The last one takes what is left of its row.
            className={`rounded-[calc(4*var(--mm))] border border-edge p-[calc(6*var(--mm))] ${columns === 2 && at === places.length - 1 && at % 2 === 0 ? "col-span-2" : ""}`}
            key={name}
          >
            <p className="font-medium font-serif text-[calc(6*var(--mm))]">{name}</p>
            {detail === null ? null : <p className="text-ink-2">{detail}</p>}
          </div>
        ))}
      </div>
      {note === null ? null : <Small>{note}</Small>}
    </>
  );
}

function Axes({ prompt, across, up, note }: LayoutOf<"axes">) {
  return (
    <>
      <Prompt>{prompt}</Prompt>
      <div className="flex flex-1 flex-col justify-center gap-[calc(3*var(--mm))] font-semibold text-[calc(4.2*var(--mm))]">
        {up === null ? (
          <div className="border-ink border-t-2" />
        ) : (
          <>
            <p className="text-center">{up.high}</p>
            <div className="relative mx-auto size-[calc(160*var(--mm))] rounded-[calc(4*var(--mm))] border border-edge">
              <div className="absolute inset-x-0 top-1/2 border-edge border-t" />
              <div className="absolute inset-y-0 start-1/2 border-edge border-s" />
            </div>
            <p className="text-center">{up.low}</p>
          </>
        )}
        <p className="flex justify-between gap-4">
          <span>{up === null ? across.low : `← ${across.low}`}</span>
          <span className="text-end">{up === null ? across.high : `${across.high} →`}</span>
        </p>
      </div>
      {note === null ? null : <Small>{note}</Small>}
    </>
  );
}

/** A score is from 0 to 10. */
const SCORES = Array.from({ length: 11 }, (_, score) => score);

function Slips({ perSheet, times, questions, reminder, note }: LayoutOf<"slips">) {
  const asked = times.length === 0 ? [""] : times;
  return (
    <Cut columns={1} count={perSheet}>
      {() => (
        <>
          <div className="flex flex-1 flex-col gap-[calc(3*var(--mm))]">
            {questions.map(({ prompt, ends }) => (
              <div className="flex flex-col gap-[calc(1.2*var(--mm))]" key={prompt}>
                <p className="font-semibold text-[calc(4.2*var(--mm))]">{prompt}</p>
                {asked.map((time) => (
                  <div className="flex items-center" key={time}>
                    {time === "" ? null : (
                      <span className="w-[calc(20*var(--mm))] shrink-0 text-[calc(3.2*var(--mm))] text-ink-2">
                        {time}
                      </span>
                    )}
                    <span className="flex flex-1 justify-between">
                      {SCORES.map((score) => (
                        <span
                          className="inline-flex size-[calc(8.8*var(--mm))] items-center justify-center rounded-full border border-edge"
                          key={score}
                        >
                          {score}
                        </span>
                      ))}
                    </span>
                  </div>
                ))}
                <p
                  className={`flex justify-between gap-4 text-[calc(3.2*var(--mm))] text-ink-2 ${times.length === 0 ? "" : "ps-[calc(20*var(--mm))]"}`}
                >
                  <span>{ends.low}</span>
                  <span className="text-end">{ends.high}</span>
                </p>
              </div>
            ))}
          </div>
          {reminder === null ? null : (
            <p className="mb-[calc(3*var(--mm))] flex items-baseline gap-[calc(2*var(--mm))]">
              {reminder} <span className="flex-1 border-edge border-b" />
            </p>
          )}
          <Small>{note}</Small>
        </>
      )}
    </Cut>
  );
}

function Blanks({ perSheet, prompt, places, note }: LayoutOf<"blanks">) {
  return (
    <Cut columns={2} count={perSheet}>
      {() => (
        <>
          <p className="font-semibold text-[calc(3.9*var(--mm))]">{prompt}</p>
          {places.length === 0 ? null : <Ticks places={places} />}
          <Lines />
          {note === null ? null : (
            <p className="text-[calc(3.2*var(--mm))] text-ink-2 leading-tight">{note}</p>
          )}
        </>
      )}
    </Cut>
  );
}

function Ticks({ places }: { places: readonly string[] }) {
  return (
    <p className="mt-[calc(2*var(--mm))] flex flex-wrap gap-x-[calc(4*var(--mm))] gap-y-[calc(1*var(--mm))]">
      {places.map((place) => (
        <Tick key={place}>{place}</Tick>
      ))}
    </p>
  );
}

const Tick = ({ children }: { children: string }) => (
  <span className="inline-flex items-baseline gap-[calc(1.4*var(--mm))]">
    <span className="size-[calc(3.2*var(--mm))] shrink-0 self-center rounded-full border border-edge" />
    {children}
  </span>
);

/** As many as a whole sheet has room for; those that don't fit are not seen. */
const LINES_MAX = 30;

const Lines = ({ count = LINES_MAX }: { count?: number }) => (
  <div aria-hidden className="min-h-0 flex-1 overflow-hidden">
    <LinesOf count={count} />
  </div>
);

const LinesOf = ({ count }: { count: number }) =>
  Array.from({ length: count }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
    <div aria-hidden className="h-[calc(9*var(--mm))] border-edge border-b" key={at} />
  ));

function Dots({ each, note }: LayoutOf<"dots">) {
  const { across, down } = dotsOnSheet(each);
  return (
    <>
      <div
        aria-hidden
        className="mx-auto grid ps-px pt-px"
        style={{ gridTemplateColumns: `repeat(${across}, auto)` }}
      >
        {Array.from({ length: across * down }, (_, at) => (
          <div
            className="-ms-px -mt-px flex h-[calc(19.8*var(--mm))] items-center border border-edge border-dashed px-[calc(1*var(--mm))]"
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
            key={at}
          >
            {Array.from({ length: each }, (__, dot) => (
              <svg
                aria-hidden
                className="size-[calc(17*var(--mm))]"
                // biome-ignore lint/suspicious/noArrayIndexKey: dots neither
                key={dot}
                viewBox="0 0 17 17"
              >
                <circle
                  cx="8.5"
                  cy="8.5"
                  fill="var(--accent-soft)"
                  r="7"
                  stroke="var(--accent)"
                  strokeWidth="0.4"
                />
              </svg>
            ))}
          </div>
        ))}
      </div>
      <div className="flex-1" />
      <Small>{note}</Small>
    </>
  );
}

function Form({ perSheet, prompt, fields, note }: LayoutOf<"form">) {
  return (
    <Cut columns={1} count={perSheet}>
      {() => (
        <>
          <p className="mb-[calc(3*var(--mm))] font-medium font-serif text-[calc(5.3*var(--mm))] leading-tight">
            {prompt}
          </p>
          <div className="flex flex-1 flex-col gap-[calc(2.5*var(--mm))]">
            {fields.map(({ label, hint, choices, lines }) => (
              <div key={label}>
                <p>
                  <strong className="font-semibold">{label}</strong>{" "}
                  {hint === null ? null : (
                    <span className="text-[calc(3.2*var(--mm))] text-ink-2">{hint}</span>
                  )}
                </p>
                {choices.length === 0 ? null : (
                  <p className="mt-[calc(1*var(--mm))] grid grid-cols-2 gap-x-[calc(4*var(--mm))] gap-y-[calc(1*var(--mm))]">
                    {choices.map((choice) => (
                      <Tick key={choice}>{choice}</Tick>
                    ))}
                  </p>
                )}
                <LinesOf count={lines} />
              </div>
            ))}
          </div>
          <Small>{note}</Small>
        </>
      )}
    </Cut>
  );
}

const Prompt = ({ children }: { children: string }) => (
  <p className="mt-[calc(2*var(--mm))] font-medium font-serif text-[calc(7*var(--mm))] leading-[1.2]">
    {children}
  </p>
);

const Small = ({ children }: { children: string }) => (
  <p className="text-[calc(3.2*var(--mm))] text-ink-2">{children}</p>
);
