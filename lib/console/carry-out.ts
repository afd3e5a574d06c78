import type { KeyOrder } from "@/lib/console/key-order";
import type { Say } from "@/lib/console/use-notice";
import type { Orders } from "@/lib/console/use-orders";

/** Does what a key or its button means, or says in one line why it can't be done. */
export function carryOut(order: KeyOrder, { orders, say }: { orders: Orders; say: Say }): void {
  say("refused" in order ? order.refused : null);
  if ("refused" in order) return;
  if ("stage" in order) void orders.tell({ type: "setStage", ...order.stage });
  else if ("page" in order) orders.move({ type: "turnPage", page: order.page });
  else orders.move(order.move);
}
