import { randomBytes } from "node:crypto";
import { hashSecret } from "../server/rooms/chance";
import { connectClient } from "../server/simulated/live-client";
import { CONNECTION_LOST, expect, test } from "./fixtures";
import { advanceTo, openSession } from "./workshop";

const PHONES = 6;
/** A terminal, npm and start.mjs each pass one Ctrl-C on. */
const AS_ONE_KEY_PRESS = 3;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("Ctrl-C in the middle of writing loses nothing that was acknowledged and leaves nothing running", async ({
  facilitator: console_,
  guard,
  server,
  t,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const { id } = await openSession(console_, t, "de-DE");
  const phones = await Promise.all(
    Array.from({ length: PHONES }, () => {
      const device = randomBytes(16).toString("hex");
      return connectClient(server.baseURL, { role: "participant", session: id, device });
    }),
  );
  await expect(console_.getByText(t("console.people", { n: PHONES })).first()).toBeVisible();
  await console_.getByRole("button", { name: t("console.beginWith", { n: PHONES }) }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");

  /** Each phone rewrites its one card until the line is cut; what it was told is kept here. */
  const acknowledged = new Map<number, number>();
  let isEnough: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => {
    isEnough = resolve;
  });
  const writing = phones.map(async (phone, number) => {
    await phone.until((view) => view.activity?.phase === "write");
    const edit = randomBytes(16).toString("hex");
    const card = { type: "submitCard", edit, markHash: hashSecret(edit) };
    for (let revision = 1; ; revision += 1) {
      const text = `Karte ${number} Fassung ${revision}.`;
      const consents = { mayBeCase: false, mayBeQuoted: false };
      const answer = await phone.act({ ...card, revision, text, ...consents }).catch(() => null);
      if (answer === null) return;
      if (answer.ok) acknowledged.set(number, revision);
      if (acknowledged.size === PHONES && revision > 1) isEnough();
    }
  });
  await enough;
  const processes = server.processIds();
  expect(processes.filter(isAlive)).toEqual(processes);

  expect(await server.interrupt(AS_ONE_KEY_PRESS)).toBe(0);
  expect(processes.filter(isAlive)).toEqual([]);
  for (const phone of phones) phone.close();
  await Promise.all(writing);
  await server.restart();

  await expect(console_.getByText(t("console.connected"))).toBeVisible();
  await advanceTo(console_, t, "de-DE", "small-no", "review");
  const desk = console_.getByRole("main");
  await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
  for (const [number, told] of acknowledged) {
    const card = desk.getByText(new RegExp(`^Karte ${number} Fassung`));
    const stored = Number(/(\d+)\.$/.exec((await card.textContent()) ?? "")?.[1]);
    // What was written last may have been stored without the phone hearing of it.
    expect(stored).toBeGreaterThanOrEqual(told);
  }
});
