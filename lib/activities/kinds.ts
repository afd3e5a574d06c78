import { mayBecomeCase } from "@/lib/activities/card-schema";
import { collectLateBatch, collectRules } from "@/lib/activities/collect/rules";
import { collectCommand, collectEvent, collectSettings } from "@/lib/activities/collect/schema";
import { collectView } from "@/lib/activities/collect/view";
import { commitRules } from "@/lib/activities/commit/rules";
import { commitCommand, commitEvent, commitSettings } from "@/lib/activities/commit/schema";
import { commitView } from "@/lib/activities/commit/view";
import { type ActivityInstance, instantiate } from "@/lib/activities/kit";
import { pauseRules } from "@/lib/activities/pause/rules";
import { pauseCommand, pauseEvent, pauseSettings } from "@/lib/activities/pause/schema";
import { pauseView } from "@/lib/activities/pause/view";
import { reframeLateBatch, reframeRules } from "@/lib/activities/reframe/rules";
import { reframeCommand, reframeEvent, reframeSettings } from "@/lib/activities/reframe/schema";
import { reframeView } from "@/lib/activities/reframe/view";
import type { Asking } from "@/lib/activities/scale/asking";
import { scaleRules } from "@/lib/activities/scale/rules";
import { scaleCommand, scaleEvent, scaleSettings } from "@/lib/activities/scale/schema";
import { scaleView } from "@/lib/activities/scale/view";
import type { ActivityKind } from "@/lib/plans/plan-template";

/** What the rest of the plan makes of an activity. */
export interface PlaceInPlan {
  asking: Asking;
}

/** Every kind's server side: what the core needs to run an activity of that kind. */
export const kinds: Record<
  ActivityKind,
  (settings: unknown, place: PlaceInPlan) => ActivityInstance
> = {
  pause: (settings) =>
    instantiate(
      {
        settings: pauseSettings,
        command: pauseCommand,
        event: pauseEvent,
        rules: pauseRules,
        view: pauseView,
        batches: () => null,
        lateBatch: () => null,
        consentedCards: () => [],
      },
      settings,
    ),
  collect: (settings) =>
    instantiate(
      {
        settings: collectSettings,
        command: collectCommand,
        event: collectEvent,
        rules: collectRules,
        view: collectView,
        batches: (data) => data,
        lateBatch: collectLateBatch,
        consentedCards: (data) =>
          [...data.cards.values()]
            .filter(({ id }) => {
              const consents = data.consents.get(id);
              return consents !== undefined && mayBecomeCase(consents);
            })
            .map(({ id, text, markHash }) => ({ id, text, markHash })),
      },
      settings,
    ),
  scale: (settings, { asking }) =>
    instantiate(
      {
        settings: scaleSettings,
        command: scaleCommand,
        event: scaleEvent,
        rules: scaleRules(asking),
        view: scaleView,
        batches: () => null,
        lateBatch: () => null,
        consentedCards: () => [],
        wasShown: (data) => data.wasShown,
      },
      settings,
    ),
  reframe: (settings) =>
    instantiate(
      {
        settings: reframeSettings,
        command: reframeCommand,
        event: reframeEvent,
        rules: reframeRules,
        view: reframeView,
        batches: (data) => data,
        lateBatch: reframeLateBatch,
        consentedCards: () => [],
      },
      settings,
    ),
  commit: (settings) =>
    instantiate(
      {
        settings: commitSettings,
        command: commitCommand,
        event: commitEvent,
        rules: commitRules,
        view: commitView,
        batches: () => null,
        lateBatch: () => null,
        consentedCards: () => [],
      },
      settings,
    ),
};
