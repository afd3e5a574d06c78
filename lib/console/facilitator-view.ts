import type { SessionView } from "@/lib/session/view-schema";

type FacilitatorPart = "people" | "code" | "stage" | "facilitator" | "review" | "consents";

/** A view with everything that only facilitators receive. */
export type FacilitatorView = SessionView & Required<Pick<SessionView, FacilitatorPart>>;

/** The view as a facilitator's, or null when this connection gets less. */
export function facilitatorView(view: SessionView | null | undefined): FacilitatorView | null {
  if (!view) return null;
  const { people, code, stage, facilitator, review, consents } = view;
  if (!people || code === undefined || !stage || !facilitator || !review || !consents) return null;
  return { ...view, people, code, stage, facilitator, review, consents };
}
