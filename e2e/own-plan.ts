import { eq } from "drizzle-orm";
import type { SessionPlan } from "@/lib/session/plan";
import { readPlan, storedPlan } from "@/lib/session/stored";
import { sessions } from "@/server/db/schema/sessions";
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
  await withDatabase(server, async (db) => {
    const own = eq(sessions.id, session);
    const [opened] = await db.select().from(sessions).where(own);
    const plan = readPlan(opened?.plan);
    const activities = plan.activities.map(change).filter((each) => each !== null);
    await db
      .update(sessions)
      .set({ plan: storedPlan({ ...plan, activities }) })
      .where(own);
  });
  await server.restart();
}
