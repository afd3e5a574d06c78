import { placeNamed, withoutSmallPlaces } from "@/lib/activities/card-places";
import type { CaseFirst } from "@/lib/activities/collect/schema";
import type { GivenCase } from "@/lib/activities/given-case";

/** What a card's column is called among its attributes. */
const COLUMN = "column";

/** The column that a card was written for; null where it tells none. */
export const columnOf = placeNamed(COLUMN);

/** What a reveal says of its cards' columns. */
export const withoutSmallColumns = withoutSmallPlaces(COLUMN);

/** The case that the room talks about; null where the plan has none. */
export const caseTalkedOf = (caseFirst: CaseFirst | null, key: string | null): GivenCase | null =>
  caseFirst?.cases.find((each) => each.key === key) ?? null;
