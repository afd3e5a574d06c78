import { eq } from "drizzle-orm";
import type { SessionPlan } from "@/lib/session/plan";
import { readPlan, storedPlan } from "@/lib/session/stored";
import type { Address, Language } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";
import { sessions } from "@/server/db/schema/sessions";
import { createOpening } from "@/server/sessions/opening";
import { withDatabase } from "./database";
import type { Product } from "./product";

type Activity = SessionPlan["activities"][number];

/**
 * Gives an open session a plan that no template has yet: its own, with each activity as `change`
 * returns it and without those for which it returns null. The server starts again, since it reads a
 * plan only once.
 */
export async function changePlan(
  server: Product,
  session: string,
  change: (activity: Activity) => Activity | null,
): Promise<void> {
  await withDatabase(server, (db) =>
    storeActivities(db, session, (activities) =>
      activities.map(change).filter((each) => each !== null),
    ),
  );
  await server.restart();
}

/**
 * Opens a session whose activities are those of a ready-made plan as `change` returns them. Nobody has
 * entered it, so the server finds its own plan and goes on running.
 */
export async function openWithPlan(
  server: Product,
  options: {
    /** Whose session it is. */
    email: string;
    templateId: string;
    language: Language;
    address: Address;
    change(activities: SessionPlan["activities"]): SessionPlan["activities"];
  },
): Promise<{ id: string; code: string; stageKey: string }> {
  const { email, change, ...of } = options;
  return withDatabase(server, async (db) => {
    const [owner] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
    const { open } = createOpening({ db, keepDays: KEEP_DAYS });
    const userId = owner?.id ?? "";
    const { id } = await open({ userId, ...of });
    const { code, stageKey } = await storeActivities(db, id, change);
    return { id, code: code ?? "", stageKey };
  });
}

/** Stores a plan with these activities instead of its own; returns the session's row. */
async function storeActivities(
  db: Db,
  id: string,
  change: (activities: SessionPlan["activities"]) => SessionPlan["activities"],
) {
  const own = eq(sessions.id, id);
  const [opened] = await db.select().from(sessions).where(own);
  if (!opened) throw new Error(`There is no session ${id}`);
  const plan = readPlan(opened.plan);
  await db
    .update(sessions)
    .set({ plan: storedPlan({ ...plan, activities: change(plan.activities) }) })
    .where(own);
  return opened;
}

/** As long as a test needs. */
const KEEP_DAYS = 1;
