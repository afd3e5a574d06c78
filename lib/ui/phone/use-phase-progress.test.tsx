import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { withAnswer } from "@/lib/client/answers";
import { type Device, openDevice } from "@/lib/client/device";
import { memoryStorage } from "@/lib/client/storage";
import type { Acknowledgement } from "@/lib/protocol";
import { DeviceProvider } from "@/lib/ui/phone/device-provider";
import { type PhaseProgress, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

const activity = "any";
const phase = "vote";

const saving = { revision: 1, state: "saving" } as const;

/** What is handed in and isn't a card, as the device keeps it and as it is sent. */
const ballots = [
  ["castScores", { scores: { any: { ...saving, chosen: {} } } }],
  ["answerChecks", { checks: { any: { ...saving, safe: 3, useful: null, settled: null } } }],
  ["castBallot", { ballots: { "any/here": { ...saving, shown: [], chosen: [] } } }],
  ["castDots", { dots: { any: { ...saving, dots: {} } } }],
  ["reportFinished", { plans: { any: { ...saving, fields: {}, steps: [], finished: true } } }],
] as const;

async function handedIn(type: string, kept: object, answer: Acknowledgement): Promise<Device> {
  const device = await openDevice(memoryStorage(), "5".repeat(32), "7K3M9QTX");
  device.change((record) => ({ ...record, ...kept, ways: { [`${activity}/${phase}`]: "sent" } }));
  const command = { type, revision: 1, caseId: "here" };
  device.change((record) => withAnswer(record, { type: "activity", activity, command }, answer));
  return device;
}

function Probe({ of, tell }: { of: string; tell: (progress: PhaseProgress) => void }) {
  tell(usePhaseProgress(of, phase));
  return null;
}

function progressOn(device: Device, of = activity): PhaseProgress {
  const ways: PhaseProgress[] = [];
  renderToStaticMarkup(
    <DeviceProvider device={device}>
      <Probe of={of} tell={(progress) => ways.push(progress)} />
    </DeviceProvider>,
  );
  const [progress] = ways;
  if (!progress) throw new Error("unreachable");
  return progress;
}

describe("the way through a phase", () => {
  it.each(ballots)("is done with %s that was accepted", async (type, kept) => {
    const progress = progressOn(await handedIn(type, kept, { ok: true }));
    expect(progress).toMatchObject({ waiting: true, done: true, refused: null });
  });

  it.each(ballots)(
    "is open again after %s was refused, until one goes on without",
    async (type, kept) => {
      const device = await handedIn(type, kept, { ok: false, code: "not-allowed" });
      expect(progressOn(device)).toMatchObject({ waiting: false, done: false, refused: "refused" });
      expect(progressOn(device, "another")).toMatchObject({ refused: null });
      progressOn(device).skip();
      expect(progressOn(device)).toMatchObject({ waiting: true, done: true, refused: null });
    },
  );
});
