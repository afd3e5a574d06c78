import type { SessionView } from "@/lib/session/view-schema";

type FacilitatorPart =
  | "people"
  | "code"
  | "stage"
  | "facilitator"
  | "review"
  | "consents"
  | "replies";

/** A view with everything that only facilitators receive. */
export type FacilitatorView = SessionView & Required<Pick<SessionView, FacilitatorPart>>;

/** The view as a facilitator's, or null when this connection gets less. */
export function facilitatorView(view: SessionView | null | undefined): FacilitatorView | null {
  if (!view) return null;
  const { people, code, stage, facilitator, review, consents, replies } = view;
  if (!people || code === undefined || !stage) return null;
  if (!facilitator || !review || !consents || !replies) return null;
  return { ...view, people, code, stage, facilitator, review, consents, replies };
}
