import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { handIn, handInReading, here } from "@/server/testing/workshop";

/** Themes to lay dots on. */
const THEMES = 2;

/**
 * Advances as many steps as the round says, so that all steps are reached, again and again. On the way
 * honest people do what later commands need: cards, late cards and their review, themes, readings, a
 * reply and a request to talk. Returns the marks and edit secrets of their cards.
 */
export async function walk(
  facilitator: LiveClient,
  honest: readonly LiveClient[],
  round: number,
): Promise<string[]> {
  const steps =
    round %
    (facilitator.view?.facilitator?.agenda ?? []).reduce(
      (sum, { phases }) => sum + phases.length,
      1,
    );
  const secrets: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const from = here(facilitator);
    const command =
      step === 0
        ? ({ type: "begin", endsAt: null } as const)
        : ({ type: "advance", from } as const);
    const answer = await facilitator.send(command);
    if (!answer.ok) throw new Error(`The walk ended at ${JSON.stringify(from)}: ${answer.code}`);
    const moved = (view: SessionView) =>
      view.planned?.key !== from.activity || view.activity?.phase !== from.phase;
    await Promise.all([facilitator, ...honest].map((each) => each.until(moved)));
    secrets.push(...(await takePart(facilitator, honest, round)));
  }
  return secrets;
}

async function takePart(
  facilitator: LiveClient,
  honest: readonly LiveClient[],
  round: number,
): Promise<string[]> {
  const { planned, activity } = facilitator.view ?? {};
  const cardsOfAll = async (text: string) => {
    const cards = await Promise.all(
      honest.map((phone) => handIn(phone, text, { mayBeCase: true })),
    );
    return secretsOf(cards);
  };
  switch (`${planned?.kind}/${activity?.phase}`) {
    case "collect/write":
      return cardsOfAll("Ein ehrliches kleines Nein");
    case "collect/reveal": {
      const late = await cardsOfAll("Ein spätes Nein");
      // Every other session stands with its late cards under review.
      if (round % 2 === 0) {
        await facilitator.until((seen) => seen.facilitator?.late === "ready");
        await facilitator.act({ type: "reviewLate" });
      }
      const [card] = Object.keys(facilitator.view?.cards ?? {});
      if (card) await facilitator.send({ type: "replyBlind", card, text: "Danke dafür" });
      const mark = late[0] ?? null;
      await honest[0]?.send({ type: "wantToTalk", mark, revision: 1 });
      return late;
    }
    case "collect/cluster":
      for (let theme = 0; theme < THEMES; theme += 1) {
        await facilitator.act({ type: "addTheme", themeId: randomId(), name: `Thema ${theme}` });
      }
      return [];
    case "reframe/write":
      return secretsOf(await Promise.all(honest.map((phone) => handInReading(phone))));
    default:
      return [];
  }
}

const secretsOf = (cards: readonly { edit: string; mark: string }[]): string[] =>
  cards.flatMap(({ edit, mark }) => [mark, edit]);
