import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { seenIn } from "@/lib/session/recorded/recording";
import { sessionsToRecord } from "@/lib/session/recorded/sessions";
import { storedEvent, storedPlan } from "@/lib/session/stored";
import { summarise } from "@/lib/session/summarise";
import { storedSummary } from "@/lib/summary/stored";

/**
 * Records what this release stores of whole sessions, for later releases to replay
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
