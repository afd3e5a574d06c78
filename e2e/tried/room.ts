import type { Page } from "@playwright/test";
import type { LiveClient } from "@/server/simulated/live-client";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";
import type { Account } from "../fixtures";
import type { Product } from "../product";
import type { Texts } from "../texts";
import { connectRemote, isAt, moveTo, openSession } from "../workshop";

export interface RoomOptions {
  facilitator: Page;
  account: Account;
  server: Product;
  t: Texts;
  locale?: string;
  /** Simulated phones that are in the room. */
  phones: number;
}

/** A session in which a console is tried: the rest of the room comes the shortest way to a phase. */
export interface Room {
  id: string;
  code: string;
  stageUrl: string;
  phones: readonly SimulatedPhone[];
  /** Another facilitator's connection, which moves the session without a screen. */
  remote: LiveClient;
  /** Moves the session to this phase, and waits until every phone is there. */
  to(activity: string, phase: string): Promise<void>;
  /** Every phone does what a person does in this phase. */
  takePart(): Promise<void>;
  close(): void;
}

/** Opens a session from "My sessions" and fills its room. */
export async function openRoom(options: RoomOptions): Promise<Room> {
  const { facilitator, account, server, t, locale = "de-DE", phones: count } = options;
  const { id, code, stageUrl } = await openSession(facilitator, t, locale);
  const [remote, ...phones] = await Promise.all([
    connectRemote(server.baseURL, id, account.storageState.cookies),
    ...Array.from({ length: count }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  ]);
  return {
    id,
    code,
    stageUrl,
    phones,
    remote,
    async to(activity, phase) {
      if (remote.view?.session.status === "lobby") {
        await remote.send({ type: "begin", endsAt: null });
        await remote.until((view) => view.planned);
      }
      await moveTo(remote, activity, phase);
      await Promise.all(
        phones.map(({ client }) => client.until(() => isAt(client, activity, phase))),
      );
    },
    async takePart() {
      await Promise.all(phones.map((phone) => phone.takePart()));
    },
    close() {
      remote.close();
      for (const phone of phones) phone.close();
    },
  };
}
