import { placeNamed, withoutSmallPlaces } from "@/lib/activities/card-places";

/** What a note's zone is called among its attributes. */
const ZONE = "zone";

/** The zone that a note was written for; null where it tells none. */
export const zoneOf = placeNamed(ZONE);

/** What a reveal says of its notes' zones. */
export const withoutSmallZones = withoutSmallPlaces(ZONE);
