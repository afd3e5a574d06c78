import type { BoardRecord } from "@/lib/activities/board/record";
import { zoneOf } from "@/lib/activities/board/zones";
import type { CardPlace } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";

/** What lies in one zone; of no name: what lies in none. */
export interface NotesOfZone {
  id: string;
  name: CardPlace["name"] | null;
  groups: { id: string; name: string; notes: RevealedCard[] }[];
  /** Notes in none of its groups. */
  loose: RevealedCard[];
}

/** Zone by zone its groups with their notes, and last what no zone is told of; nothing that holds no note. */
export function notesOfZones(
  { themes, sorted }: Pick<BoardRecord, "themes" | "sorted">,
  zones: readonly CardPlace[],
  notes: readonly RevealedCard[],
): NotesOfZone[] {
  const isGroup = new Set(themes.map(({ id }) => id));
  const groupOf = ({ id }: RevealedCard) => {
    const group = sorted[id];
    return group !== undefined && isGroup.has(group) ? group : null;
  };
  return [...zones, { key: null, name: null }]
    .map(({ key, name }) => ({
      ...{ id: key ?? "others", name },
      groups: themes
        .filter(({ zone }) => zone === key)
        .map((group) => ({ ...group, notes: notes.filter((note) => groupOf(note) === group.id) }))
        .filter((group) => group.notes.length > 0),
      loose: notes.filter((note) => groupOf(note) === null && zoneOf(note.attributes) === key),
    }))
    .filter(({ groups, loose }) => groups.length + loose.length > 0);
}
