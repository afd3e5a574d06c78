import type { LiveClient } from "@/server/simulated/live-client";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";
import { type Account, expect } from "./fixtures";
import { openWithPlan } from "./own-plan";
import type { Product } from "./product";
import { connectRemote, goOn, isAt } from "./workshop";

/** A session that is played: others take part in it, whose phones nobody holds. */
export interface PlayedRoom {
  remote: LiveClient;
  others: readonly SimulatedPhone[];
  /** Leaves the lobby. */
  begin(): Promise<void>;
  /** Moves on by one phase, once each of them has done their part in it. */
  next(): Promise<void>;
  /** Likewise, up to this phase, in which they take part as well. */
  to(activity: string, phase: string): Promise<void>;
  close(): void;
}

interface Options {
  server: Product;
  account: Account;
  people: number;
}

/** Opens a session of a ready-made plan in German, with du; it is in its lobby. */
export async function openPlayedRoom({ templateId, ...options }: Options & { templateId: string }) {
  const { server, account } = options;
  const opened = await openWithPlan(server, {
    ...{ email: account.email, templateId, address: "du", language: "de" },
    change: (activities) => activities,
  });
  return { ...opened, ...(await playIn(opened.id, options)) };
}

/** Lets others into a session that is in its lobby. */
export async function playIn(
  session: string,
  { server, account, people }: Options,
): Promise<PlayedRoom> {
  const remote = await connectRemote(server.baseURL, session, account.storageState.cookies);
  const others = await Promise.all(
    Array.from({ length: people }, (_, number) => joinAsPhone(server.baseURL, session, number)),
  );
  const here = ({ view }: LiveClient) => `${view?.planned?.key}/${view?.activity?.phase}`;
  async function takePart() {
    await Promise.all(
      others.map(({ client }) => client.until(() => here(client) === here(remote))),
    );
    await Promise.all(others.map((other) => other.takePart()));
  }
  async function next() {
    await takePart();
    expect(await goOn(remote)).toBe(true);
  }
  return {
    ...{ remote, others, next },
    async begin() {
      expect(await remote.send({ type: "begin", endsAt: null })).toEqual({ ok: true });
      await remote.until(({ planned }) => planned);
    },
    async to(activity, phase) {
      while (!isAt(remote, activity, phase)) await next();
      await takePart();
    },
    close() {
      for (const client of [remote, ...others]) client.close();
    },
  };
}
