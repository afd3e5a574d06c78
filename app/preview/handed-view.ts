import * as z from "zod/mini";
import { previewScreens } from "@/app/preview/screens";
import { sessionView } from "@/lib/session/view-schema";

/**
 * What a preview and the page around it tell each other. The page has made the view, of a plan that nobody has stored,
 * and hands it into the frame; whatever is not of our own origin, or not from the other of the two, is no message.
 */

/** Where the previews are, which show nothing by themselves. */
export const PREVIEW_PATH = "/preview";

/** From the page: one screen, and what it shows. */
export const handedView = z.object({ screen: z.enum(previewScreens), view: sessionView });

/** From the frame: it is there, and has nothing to show yet. */
export const asksForView = z.object({ asksForView: z.literal(true) });

export type HandedView = z.infer<typeof handedView>;
export type AsksForView = z.infer<typeof asksForView>;

/** Tells the other of the two. */
export function tell(other: Window, message: HandedView | AsksForView): void {
  other.postMessage(message, window.location.origin);
}

/** Hears what the other of the two tells, until what it returns is called. */
export function hear(
  other: () => Window | null,
  onMessage: (message: unknown) => void,
): () => void {
  function take(event: MessageEvent<unknown>): void {
    if (event.origin === window.location.origin && event.source === other()) onMessage(event.data);
  }
  window.addEventListener("message", take);
  return () => window.removeEventListener("message", take);
}
