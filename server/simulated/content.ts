import type { LensKey } from "@/lib/activities/reframe/schema";
import { demoReadings, demoSetbacks } from "@/lib/plans/demo-content";
import { same, type Words } from "@/lib/plans/words";

/** Readings that fit any setback, also one that somebody in the room wrote themselves. */
const readingsOfAnything: readonly { lens: LensKey; text: Words }[] = [
  {
    lens: "circumstance",
    text: same(
      "Auf der anderen Seite war an diesem Tag vermutlich etwas ganz anderes dringend.",
      "On the other side something else entirely was probably urgent that day.",
    ),
  },
  {
    lens: "time",
    text: same(
      "In einem Jahr ist das eine Zeile in einer längeren Geschichte.",
      "In a year this is one line in a longer story.",
    ),
  },
  {
    lens: "friend",
    text: same(
      "Gefragt zu haben war der schwere Teil, und der ist geschafft.",
      "Asking was the hard part, and that part is done.",
    ),
  },
  {
    lens: "learning",
    text: same(
      "Beim nächsten Mal eine Frage, auf die man mit einem Satz antworten kann.",
      "Next time, a question that can be answered in one sentence.",
    ),
  },
];

/** The setback with this number; they repeat when there are more people than texts. */
export function setback(number: number): Words {
  const text = demoSetbacks[number % demoSetbacks.length];
  if (!text) throw new Error("There are no setbacks to pick from");
  return text;
}

/** What the person with this number reads into a case; undefined for those who find nothing. */
export function readingOf(
  caseId: string,
  number: number,
): { lens: LensKey; text: Words } | undefined {
  const ofThisCase = demoReadings.filter((each) => each.caseKey === caseId);
  return [...ofThisCase, ...readingsOfAnything][number];
}
