import { showsPages } from "@/lib/console/stage-change";
import type { Orders } from "@/lib/console/use-orders";
import type { StageRecord } from "@/lib/session/view-schema";

/** Shows a page of the stage, counted from 0, whatever covered it. */
export function turnPage(orders: Orders, stage: StageRecord, page: number): void {
  if (!showsPages(stage)) void orders.tell({ type: "setStage", blank: false, bigCode: false });
  orders.move({ type: "turnPage", page });
}
