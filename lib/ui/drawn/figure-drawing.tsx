import { SCORE_MAX } from "@/lib/activities/score-schema";
import type { Drawn } from "@/lib/summary/pieces";
import { Arc, ArcMark } from "@/lib/ui/drawn/arc";
import { Spread } from "@/lib/ui/drawn/spread";
import { Swarm } from "@/lib/ui/quarters";
import { ShareMark, StackedBar } from "@/lib/ui/stacked-bar";

/**
 * What a summary draws, for its page as for its files: as large as the page has it, in the colours around it. It says
 * nothing that the words beside it don't.
 */
export function FigureDrawing({ drawn }: { drawn: Drawn }) {
  switch (drawn.draws) {
    case "spread": {
      const { median, from, to } = drawn;
      return <Spread className="w-full" from={from} last={SCORE_MAX} median={median} to={to} />;
    }
    case "arc": {
      const { before, after } = drawn;
      return <Arc className="w-full" last={SCORE_MAX} room={{ before, after }} size="narrow" />;
    }
    case "arcMark":
      return <ArcMark when={drawn.when} />;
    case "shares":
      return (
        <StackedBar
          className="h-6 w-full max-w-2xl"
          shares={drawn.shares.map((share, at) => ({ ...share, id: String(at) }))}
        />
      );
    case "shareMark":
      return <ShareMark at={drawn.at} className="size-3" isOther={drawn.isOther} />;
    case "dots":
      return <Swarm className="size-20" count={drawn.count} of={drawn.of} />;
  }
}
