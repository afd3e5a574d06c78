import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ownDots } from "@/lib/activities/collect/kept";
import { ownPlan } from "@/lib/activities/commit/kept";
import type { KeptEntry } from "@/lib/activities/kept";
import { type Kept, withContent } from "@/lib/activities/kept";
import { ownChecks } from "@/lib/activities/pause/kept";
import { ownBallot } from "@/lib/activities/reframe/kept";
import { ownScores } from "@/lib/activities/scale/kept";
import { type Device, openDevice } from "@/lib/client/device";

import { memoryStorage } from "@/lib/client/storage";
import type { Acknowledgement } from "@/lib/protocol";
import { DeviceProvider } from "@/lib/ui/phone/device-provider";
import { type PhaseProgress, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

const activity = "any";
const phase = "vote";

const kept = <Content extends object>(of: Kept<Content>): KeptEntry => ({
  ...withContent(of, undefined, of.nothing),
  ...{ revision: 1, state: "saving" },
});

/** What is handed in and isn't a card, by where the device keeps it. */
const ballots: [command: string, key: string, entry: KeptEntry][] = [
  ["castScores", "any", kept(ownScores)],
  ["answerChecks", "any", kept(ownChecks)],
  ["castBallot", "any/here", kept(ownBallot)],
  ["castDots", "any", kept(ownDots)],
  ["reportFinished", "any", kept(ownPlan)],
];

async function handedIn(
  [type, key, entry]: (typeof ballots)[number],
  answer: Acknowledgement,
): Promise<Device> {
  const device = await openDevice(memoryStorage(), "5".repeat(32), "7K3M9QTX");
  const command = { type: "activity" as const, activity, command: { type, revision: 1 } };
  device.handIn((record) => ({
    record: { ...record, kept: { [key]: entry }, ways: { [`${activity}/${phase}`]: "sent" } },
    ...{ command, kept: key },
  }));
  const frame = await device.first();
  if (frame) await device.settle(frame, answer);
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
  it.each(ballots)("is done with %s that was accepted", async (...each) => {
    const progress = progressOn(await handedIn(each, { ok: true }));
    expect(progress).toMatchObject({ waiting: true, done: true, refused: null });
  });

  it.each(ballots)(
    "is open again after %s was refused, until one goes on without",
    async (...each) => {
      const device = await handedIn(each, { ok: false, code: "not-allowed" });
      expect(progressOn(device)).toMatchObject({ waiting: false, done: false, refused: "refused" });
      expect(progressOn(device, "another")).toMatchObject({ refused: null });
      progressOn(device).skip();
      expect(progressOn(device)).toMatchObject({ waiting: true, done: true, refused: null });
    },
  );
});
