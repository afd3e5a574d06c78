import type { Db } from "@/server/db/client";
import type { Network } from "@/server/lan";
import { createFollowUps } from "@/server/sessions/follow-ups";
import { createOpening } from "@/server/sessions/opening";
import { createOwnList } from "@/server/sessions/own-list";
import { createOwnSummaries } from "@/server/sessions/own-summaries";
import { createOwnVersions } from "@/server/sessions/own-versions";
import { createSeriesWalls } from "@/server/sessions/series-walls";
import { createStagePictures } from "@/server/sessions/stage-pictures";
import { createWaysIn } from "@/server/sessions/ways-in";
import { createSharedLinks } from "@/server/summary/shared-links";
import { JOIN_CODE_LIMITS, type JoinCodeLimits } from "@/server/wrong-codes";

export type Sessions = ReturnType<typeof createSessions>;

/** Everything about sessions that is asked over HTTP. What happens inside goes through rooms. */
export function createSessions({
  db,
  network,
  keepDays,
  joinCodes = JOIN_CODE_LIMITS,
  onDeleted,
}: {
  db: Db;
  network: Network;
  /** Days for which raw data outlive the end of sessions that are opened from now on. */
  keepDays: number;
  joinCodes?: JoinCodeLimits;
  /** Called after the raw data of a session, or all of it, were deleted. */
  onDeleted(id: string): Promise<void>;
}) {
  return {
    ...createOpening({ db, keepDays }),
    ...createWaysIn({ db, joinCodes }),
    ...createOwnList({ db, network, keepDays, onDeleted }),
    ...createOwnSummaries({ db, keepDays, onDeleted }),
    ...createStagePictures({ db }),
    ...createOwnVersions({ db }),
    ...createSeriesWalls({ db }),
    ...createSharedLinks({ db }),
    ...createFollowUps({ db }),
  };
}
