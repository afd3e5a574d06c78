import type { Person } from "@/lib/activities/simulation";
import { openAnswer, updateAnswer } from "@/lib/documents/wire";
import { joinAnswer } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import type { DocumentLine } from "@/server/simulated/pad-writing";
import { newPerson } from "@/server/simulated/person";
import { type Line, type TakingPart, takingPart } from "@/server/simulated/taking-part";

/** A participant that nobody holds in their hand. It knows what a phone knows, and no more. */
export interface SimulatedPhone extends Pick<TakingPart, "takePart" | "follow"> {
  readonly client: LiveClient;
  close(): void;
}

/** What a right code opens, asked as the join page asks. Throws for a wrong one. */
export async function joinByCode(url: string, code: string): Promise<string> {
  const response = await fetch(new URL("/api/join", url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ code }),
  });
  const answer = joinAnswer.parse(await response.json());
  if (!answer.ok) throw new Error("The session can't be joined");
  return answer.session;
}

/**
 * Joins a session as the participant with this number, which decides what it writes. `habits` are what
 * this one does otherwise. Resolves with the first view.
 */
export async function joinAsPhone(
  url: string,
  session: string,
  number: number,
  habits: Partial<Pick<Person, "wording" | "chance">> = {},
): Promise<SimulatedPhone> {
  const shake = { role: "participant", session, device: randomId() } as const;
  const client = await connectClient(url, shake, { reconnects: true, keepFrames: false });
  const language = client.view?.session.language ?? "de";
  const person = newPerson({ number, language, ...habits });
  const documents: DocumentLine = {
    open: async (frame) => openAnswer.parse(await client.ask("doc:open", frame)),
    update: async (frame) => updateAnswer.parse(await client.ask("doc:update", frame)),
  };
  const line: Line = {
    get view() {
      return client.view;
    },
    ...{ onView: client.onView, send: client.send, setDone: client.setDone, documents },
  };
  const { takePart, follow, stop } = takingPart(line, person);
  return {
    client,
    takePart,
    follow,
    close() {
      stop();
      client.close();
    },
  };
}
