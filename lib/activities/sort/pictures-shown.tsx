import type { SortPicture } from "@/lib/activities/sort/pictures";
import { Quarters, Swarm } from "@/lib/ui/quarters";
import { ShareMark, StackedBar } from "@/lib/ui/stacked-bar";

/** How the room placed it, as phones and console show it. */
export function PicturesShown({ pictures }: { pictures: readonly SortPicture[] }) {
  return pictures.map((picture) => (
    <figure className="flex flex-col gap-2" key={picture.id}>
      {picture.question === null ? null : (
        <figcaption className="font-semibold">{picture.question}</figcaption>
      )}
      <Picture picture={picture} />
    </figure>
  ));
}

function Picture({ picture }: { picture: SortPicture }) {
  switch (picture.type) {
    case "shares":
      return <Shares {...picture} />;
    case "quarters":
      return <Corners {...picture} />;
    case "withheld":
      return <p className="text-pretty text-ink-2">{picture.why}</p>;
  }
}

function Shares({ shares }: Extract<SortPicture, { type: "shares" }>) {
  return (
    <>
      <StackedBar className="h-9 w-full" shares={shares} />
      <ul className="divide-y divide-line *:py-1.5">
        {shares.map(({ id, label, reading, isOther }, at) => (
          <li className="flex items-baseline gap-2" key={id}>
            <ShareMark at={at} className="size-3.5" isOther={isOther} />
            {/* Where both have no room in one line, the numbers begin below the words they belong to. */}
            <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
              <span className="text-pretty">{label}</span>
              <strong className="tabular text-base">{reading}</strong>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Corners({ across, up, quarters, other }: Extract<SortPicture, { type: "quarters" }>) {
  const most = Math.max(1, ...quarters.map(({ dots }) => dots ?? 0));
  return (
    <>
      <Quarters across={across} up={up}>
        {quarters.map(({ id, label, value, dots }) => (
          <div
            className={`flex min-h-28 flex-col items-center justify-center gap-1 p-2 text-center ${dots === null ? "text-ink-2" : ""}`}
            key={id}
          >
            <span className="sr-only">{label}: </span>
            {dots === null ? null : <Swarm className="size-20" count={dots} of={most} />}
            <span
              className={`tabular text-balance ${dots === null && other !== null ? "" : "font-semibold"}`}
            >
              {value}
            </span>
          </div>
        ))}
      </Quarters>
      {other === null ? null : <p className="text-pretty text-base text-ink-2">{other}</p>}
    </>
  );
}
