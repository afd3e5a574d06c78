import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "@/lib/activities/registry";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { ownPlanOf } from "@/lib/session/own-plan";
import { storedPreset } from "@/lib/session/presets";
import { seenIn } from "@/lib/session/recorded/recording";
import { sessionsToRecord } from "@/lib/session/recorded/sessions";
import { storedEvent, storedOwnPlan, storedPlan } from "@/lib/session/stored";
import { summarise } from "@/lib/session/summarise";
import { storedSummary } from "@/lib/summary/stored";
import { readyPresets } from "@/lib/workshops/ready-presets";
import { workshops } from "@/lib/workshops/registry";

/**
 * Records what this release stores of whole sessions, for later releases to replay, and of plans of one's own
 * (docs/decisions/0025): `npx tsx scripts/record-shapes.ts v2`, before a release is given away. Never
 * over a recording that is there.
 */
const [release = ""] = process.argv.slice(2);
const folder = join("lib", "session", "recorded", release);
mkdirSync(folder);

for (const [name, hold] of Object.entries(sessionsToRecord)) {
  const session = hold();
  const { plan } = session.state;
  const opened = { type: "sessionOpened", at: 1_000_000 } as const;
  // As the database would hold them: with the versions of their shapes.
  const events = [opened, ...session.log].map((event) => storedEvent(event, session.state));
  const facts = {
    day: "2026-11-26",
    joined: session.joined,
    takeaway: "",
    contacts: seedHelpContacts,
  };
  const summary =
    session.state.status === "finished"
      ? storedSummary({
          de: summarise(session.state, { ...facts, language: "de" }),
          en: summarise(session.state, { ...facts, language: "en" }),
        })
      : null;
  const recording = { plan: storedPlan(plan), events, summary };
  const seen = seenIn(recording);
  const lines = events.map((event) => JSON.stringify(event)).join(",\n");
  writeFileSync(
    join(folder, `${name}.json`),
    `{"plan":${JSON.stringify(recording.plan)},\n"events":[\n${lines}\n],\n"summary":${JSON.stringify(summary)},\n"seen":${JSON.stringify(seen)}}\n`,
  );
}

const kept = {
  plans: workshops.flatMap((template) => {
    const plan = ownPlanOf(template);
    return plan ? [storedOwnPlan(plan)] : [];
  }),
  presets: registry.flatMap(({ name: kind, presets }) =>
    presets.flatMap(({ part }) =>
      readyPresets(kind, part).map(({ value }) => {
        const stored = storedPreset({ kind, part, name: kind, value });
        return { kind, part, stored };
      }),
    ),
  ),
};
writeFileSync(
  join("lib", "session", "recorded-plans", `${release}.json`),
  `${JSON.stringify(kept)}\n`,
);
