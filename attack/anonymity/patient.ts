import { setTimeout as sleep } from "node:timers/promises";
import type { Acknowledgement } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";

/** As often as a busy server is asked again, and how long after its answer. */
const TRIES_MAX = 60;
const AGAIN_AFTER_MS = 500;

/** The same client, which sends again what it was answered `busy` for, as an outbox does: a full run starves the server. */
export function patient(client: LiveClient): LiveClient {
  const send: LiveClient["send"] = async (command, id = randomId()) => {
    let answer: Acknowledgement;
    for (let tries = 1; ; tries += 1) {
      answer = await client.send(command, id);
      if (answer.ok || answer.code !== "busy" || tries === TRIES_MAX) return answer;
      await sleep(AGAIN_AFTER_MS);
    }
  };
  const same: LiveClient = Object.create(client);
  return Object.assign(same, {
    send,
    act: (command: { type: string } & Record<string, unknown>) =>
      send({ type: "activity", activity: client.view?.planned?.key ?? "none", command }),
  });
}
