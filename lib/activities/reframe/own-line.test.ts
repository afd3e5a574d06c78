import { expect, test } from "vitest";
import { OWN_CASE, readingBallot, reframeSettings } from "@/lib/activities/reframe/schema";
import { positionOf } from "@/lib/session/state";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { talkToYourself } from "@/lib/workshops/activities/talk-to-yourself";
import { planAround } from "@/lib/workshops/single-activity";

const KEY = talkToYourself.activity.key;
const { ballotLimit } = reframeSettings.parse(talkToYourself.activity.settings);
const hex = (n: number) => n.toString(16).padStart(32, "0");

function advanceTo(session: MemorySession, phase: string) {
  while (positionOf(session.state).phase !== phase) {
    const from = positionOf(session.state);
    const step =
      session.state.status === "lobby" ? ({ type: "begin", endsAt: null } as const) : null;
    expect(session.send("facilitator", step ?? { type: "advance", from }).ok).toBe(true);
  }
}

/** Everybody has answered a line of their own, and the vote is open. */
function voting(people: number): MemorySession {
  const { id: templateId, title, purpose, minutes, activities } = planAround(talkToYourself);
  const head = { templateId, title, purpose, minutes, address: "du", language: "de" } as const;
  const session = createMemorySession({ ...head, activities: [...activities] }, people);
  session.joined = people;
  advanceTo(session, "case");
  advanceTo(session, "write");
  for (let device = 0; device < people; device += 1) {
    const sent = session.send(
      { device: hex(device + 1) },
      {
        ...{ type: "activity", activity: KEY },
        command: {
          ...{
            type: "submitCard",
            edit: hex(1_000 + device),
            markHash: hashOf(hex(9_000 + device)),
          },
          ...{ revision: 1, text: `Antwort ${device}`, mayBeQuoted: true },
          attributes: { caseId: OWN_CASE, lens: "friend" },
        },
      },
    );
    expect(sent.ok).toBe(true);
  }
  advanceTo(session, "vote");
  return session;
}

test.each([5, 6, 7, 8, 9, 10, 13, 61])(
  "in a room of %i a ballot has at most eight answers, and each is on as many as any other",
  (people) => {
    const session = voting(people);
    const times = new Map<string, number>();
    for (let device = 0; device < people; device += 1) {
      const opened = session.send(
        { device: hex(device + 1) },
        { type: "activity", activity: KEY, command: { type: "openBallot", caseId: OWN_CASE } },
      );
      const { shown } = readingBallot.parse(opened.ok ? opened.reply : null);
      expect(shown).toHaveLength(Math.min(ballotLimit, people));
      for (const id of shown) times.set(id, (times.get(id) ?? 0) + 1);
    }
    expect(times.size).toBe(people);
    expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1);
  },
);

test("no case is shown to anybody, in any phase", () => {
  const session = voting(6);
  advanceTo(session, "show");
  for (const audience of ["participant", "stage", "facilitator"] as const) {
    const record = JSON.stringify(session.view(audience).activity?.record);
    expect(record).toContain('"cases":[{"id":"own","text":null,"markHash":null}]');
  }
});
