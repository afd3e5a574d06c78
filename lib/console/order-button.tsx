"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { carryOut } from "@/lib/console/carry-out";
import { type KeySituation, keyOrder, type OrderKey } from "@/lib/console/key-order";
import type { Say } from "@/lib/console/use-notice";
import type { Orders } from "@/lib/console/use-orders";
import { Button } from "@/lib/ui/button";

export interface OrderButtonProps extends KeySituation {
  /** What its key does too. */
  action: OrderKey;
  orders: Orders;
  say: Say;
  /** Where the text alone says too little. */
  "aria-label"?: string;
  children: ReactNode;
}

/**
 * A button that does what its key does. Where that is not possible it stays within reach and says why:
 * to the pointer above it, to a screen reader with its name, and in the line above the bar once pressed.
 */
export function OrderButton(props: OrderButtonProps) {
  const { action, orders, say, children, view, online, pages, ...rest } = props;
  const t = useTranslations("console");
  const order = keyOrder(action, { view, online, pages });
  const refused = "refused" in order ? order.refused : null;
  const why = refused === null ? null : t(refused === "offline" ? refused : `notice.${refused}`);
  return (
    <Button
      {...rest}
      aria-disabled={why === null ? undefined : true}
      className={why === null ? "" : "border-line! text-ink-2!"}
      onClick={() => carryOut(order, { orders, say })}
      size="console"
      // Also its description for a screen reader.
      title={why ?? undefined}
    >
      {children}
    </Button>
  );
}
