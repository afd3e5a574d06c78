import { and, eq, sql } from "drizzle-orm";
import { type NewPreset, type Preset, readPreset, storedPreset } from "@/lib/session/presets";
import type { Db } from "@/server/db/client";
import { presets } from "@/server/db/schema/plans";
import { lockAccount } from "@/server/plans/lock-account";
import { randomId } from "@/server/rooms/chance";
import { isId } from "@/server/sessions/own-session";

/** Parts that one account keeps: more would not be found again in a list. */
export const PRESETS_PER_ACCOUNT_MAX = 100;

export type Presets = ReturnType<typeof createPresets>;

/** Parts of settings that facilitators keep for their plans. Plans that took one have a copy. */
export function createPresets(db: Db) {
  return {
    /** Theirs by their names, those that this release can read. */
    async list(userId: string): Promise<Preset[]> {
      const rows = await db
        .select()
        .from(presets)
        .where(eq(presets.ownerId, userId))
        .orderBy(presets.name, presets.id);
      return rows.flatMap(({ id, kind, part, name, value: stored }) => {
        const value = readPreset(kind, part, stored);
        return value === undefined ? [] : [{ id, kind, part, name, value }];
      });
    },

    /** Keeps one, in the place of another one of theirs with this name; false where they have as many as they may. */
    keep: (userId: string, preset: NewPreset): Promise<boolean> =>
      db.transaction(async (tx) => {
        const { kind, part, name } = preset;
        const value = storedPreset(preset);
        await lockAccount(tx, userId);
        const isNamed = and(
          ...[eq(presets.ownerId, userId), eq(presets.kind, kind)],
          ...[eq(presets.part, part), eq(presets.name, name)],
        );
        const others = await tx.$count(
          presets,
          and(eq(presets.ownerId, userId), sql`not (${isNamed})`),
        );
        if (others >= PRESETS_PER_ACCOUNT_MAX) return false;
        await tx
          .insert(presets)
          .values({ id: randomId(), ownerId: userId, kind, part, name, value })
          .onConflictDoUpdate({
            target: [presets.ownerId, presets.kind, presets.part, presets.name],
            set: { value },
          });
        return true;
      }),

    /** Deletes one of theirs; false where there is none. */
    async delete(userId: string, id: string): Promise<boolean> {
      if (!isId(id)) return false;
      const gone = await db
        .delete(presets)
        .where(and(eq(presets.id, id), eq(presets.ownerId, userId)))
        .returning({ id: presets.id });
      return gone.length > 0;
    },
  };
}
