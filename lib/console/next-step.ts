import type { FacilitatorCommand } from "@/lib/session/commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { AgendaEntry } from "@/lib/session/view-schema";
import { unreadCards } from "@/lib/ui/console/sealed-cards";
import type { Words } from "@/lib/words";

/** A phase of an activity of this kind. */
interface NextPhase {
  kind: string;
  phase: string;
}

/** What the one primary button does. The label is chosen by `effect`, in words, by the console. */
export interface NextStep {
  effect: /** Cards that showing would show have to be read before; `unread` of them have not been yet. */
    | { name: "read"; covered: boolean; unread: number }
    /** Turns the stage to its next page, counted from 1. */
    | { name: "page"; page: number; pages: number }
    | { name: "closeWriting" }
    | { name: "reveal"; count: number }
    | { name: "showCases"; count: number }
    | { name: "sendGroups"; count: number }
    | { name: "showResults" }
    | { name: "closeVote" }
    | ({ name: "phase" } & NextPhase)
    | { name: "activity"; title: Words }
    | { name: "end" };
  /** What pressing destroys: then the first press only arms. */
  destroys:
    | "nothing"
    /** Sealed cards become visible, their link to a phone goes: not retrievable. */
    | "seal"
    /** Ballots become totals. */
    | "ballots"
    /** Held cards and late ones are deleted with the activity. */
    | "held"
    /** Cards that are too few to show; their number is never said. */
    | "tooFew"
    | "session";
  /** Cards that leaving deletes: held ones, and late ones that were reviewed and not shown. */
  heldCount: number;
  /** Late cards that could still be reviewed. How many is not known before their writing closes. */
  lateWaits: boolean;
  command: Extract<
    FacilitatorCommand["type"],
    "advance" | "skipActivity" | "end" | "turnPage"
  > | null;
}

/** What this console has shown its facilitator and the room: not in the view, which all of them get. */
export interface Sight {
  /** Whether cards are covered here. */
  covered: boolean;
  /** Ids of sealed cards that have been in view here. */
  read: ReadonlySet<string>;
  /** The stage's pages, and the first one that the room has not seen; null where it has seen all. */
  stage: { pages: number; unseen: number | null };
}

/** The next step of a running session; null in the lobby and after the end. */
export function nextStep(view: FacilitatorView, sight: Sight): NextStep | null {
  const { planned, activity, facilitator } = view;
  if (!planned || !activity) return null;
  const index = facilitator.agenda.findIndex((entry) => entry.key === planned.key);
  const entry = facilitator.agenda[index];
  if (!entry) return null;
  const following = facilitator.agenda[index + 1];
  const followed = followingPhase(entry, activity.phase);
  const nextPhase = followed && { kind: entry.kind, phase: followed.name };

  if (isBelowK(view)) return leave(following, "tooFew", 0, false);
  const before = beforeTheStep(view, sight, nextPhase);
  if (before)
    return { ...harmless, effect: before, command: before.name === "page" ? "turnPage" : null };
  if (nextPhase === undefined) {
    const held = Object.values(view.review).length;
    const lateWaits = facilitator.late === "ready";
    return leave(following, held > 0 || lateWaits ? "held" : "nothing", held, lateWaits);
  }
  return { ...harmless, ...within(view, nextPhase), command: "advance" };
}

/** The phase that follows this one in its activity; undefined after the last. */
export function followingPhase(
  { phases }: AgendaEntry,
  phase: string,
): AgendaEntry["phases"][number] | undefined {
  const at = phases.findIndex(({ name }) => name === phase);
  // A phase that an earlier release had, and this one has no more, is its activity's last.
  return at < 0 ? undefined : phases[at + 1];
}

const harmless = { destroys: "nothing", heldCount: 0, lateWaits: false } as const;

/** What has to be seen before the next step: by the room on the stage, by the facilitator here. */
function beforeTheStep(
  view: FacilitatorView,
  { covered, read, stage }: Sight,
  nextPhase: NextPhase | undefined,
): Extract<NextStep["effect"], { name: "page" | "read" }> | null {
  if (stage.unseen !== null) return { name: "page", page: stage.unseen + 1, pages: stage.pages };
  if (nextPhase === undefined || within(view, nextPhase).destroys !== "seal") return null;
  const isAnythingShown = Object.values(view.review).some((card) => !card.held);
  const unread = unreadCards(view.review, read).length;
  return isAnythingShown && (covered || unread > 0) ? { name: "read", covered, unread } : null;
}

/** Whether the current activity collected too little to show anything of it. */
export function isBelowK(view: FacilitatorView): boolean {
  return view.activity?.about.tooFew ?? false;
}

/** What going to the closing from here destroys: nothing, cards that nobody saw, or open ballots. */
export function startClosingDestroys(view: FacilitatorView): "nothing" | "unshown" | "ballots" {
  const { takes, destroys } = view.activity?.about ?? {};
  const isUnshown = takes === "cards" || destroys === "seal";
  const isSealed = Object.keys(view.review).length > 0 || view.facilitator.late === "ready";
  if (isUnshown || isBelowK(view) || isSealed) return "unshown";
  return destroys === "ballots" ? "ballots" : "nothing";
}

/** The activity that reopening leads to from the closing; undefined where nothing is left. */
export function reopensTo(view: FacilitatorView): AgendaEntry | undefined {
  if (view.session.status !== "closing") return undefined;
  return view.facilitator.agenda.find(({ status }) => status === "ready");
}

function leave(
  following: AgendaEntry | undefined,
  destroys: "nothing" | "held" | "tooFew",
  held: number,
  lateWaits: boolean,
): NextStep {
  if (!following) {
    return {
      effect: { name: "end" },
      destroys: "session",
      heldCount: held,
      lateWaits,
      command: "end",
    };
  }
  return {
    effect: { name: "activity", title: following.title },
    destroys,
    heldCount: held,
    lateWaits,
    // What is below k has nothing to go through any more.
    command: destroys === "tooFew" ? "skipActivity" : "advance",
  };
}

function within(
  view: FacilitatorView,
  nextPhase: NextPhase,
): Pick<NextStep, "effect" | "destroys"> {
  const { next = "goOn", destroys = "nothing" } = view.activity?.about ?? {};
  switch (next) {
    case "reveal": {
      const count = Object.values(view.review).filter((card) => !card.held).length;
      return { effect: { name: "reveal", count }, destroys };
    }
    case "showCases":
    case "sendGroups":
      return { effect: { name: next, count: view.facilitator.nextCount ?? 0 }, destroys };
    case "goOn":
      return { effect: { name: "phase", ...nextPhase }, destroys };
    default:
      return { effect: { name: next }, destroys };
  }
}
