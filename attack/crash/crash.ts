import { setTimeout as delay } from "node:timers/promises";
import { expectations } from "@/attack/access/expectations";
import { everyCommand, nameOf } from "@/attack/commands";
import { type Checked, checkSession, comparable, SessionLost } from "@/attack/crash/check";
import { type Installation, install, type Victim } from "@/attack/crash/installation";
import { difference, gatheredOn } from "@/attack/crash/screens";
import { everybodyIn, followLink, leave, openStand, type Stand } from "@/attack/crash/stand";
import { type Weakness, weakenDatabase } from "@/attack/crash/weaknesses";
import { type Random, seeded } from "@/attack/random";
import { connect, type DbConnection } from "@/server/db/client";

export interface CrashOptions {
  cycles: number;
  clients: number;
  seed: number;
  /** More than one: several nodes on one database, of which one is killed while the others go on. */
  nodes: number;
  weakness?: Weakness;
  /** What is killed each time, where a weakness shows by that alone; else chance decides. */
  victim?: Victim;
  say?: (line: string) => void;
}

/** Load before the end of a cycle's life, ms; the kill comes at some moment in it. */
const LOAD_MS = 900;
/** Half of the kills come this soon after a facilitator's press, where most is at stake. */
const SOON_MS = 120;
/** Longest wait for an answer to everything, or for equal screens; reached only by a defect. */
const REST_TIMEOUT_MS = 60_000;
const SCREENS_TIMEOUT_MS = 20_000;
const LOOK_EVERY_MS = 20;
/** Cycles after which every command of the product was accepted at least once. */
const WHOLE_RUN = 200;
/** The app takes a database that dies more than ten times a minute for lost. */
const DATABASE_KILLS_PER_APP = 6;

/** Runs the cycles; stops at the first one with a defect, whose traces would only multiply. */
export async function attackByCrash(options: CrashOptions) {
  const random = seeded(options.seed);
  const say = options.say ?? (() => undefined);
  const figures = {
    cycles: 0,
    "app killed": 0,
    "database killed": 0,
    "both killed": 0,
    "killed while starting": 0,
    sessions: 0,
    "commands sent": 0,
    "answers ignored": 0,
    "cards revealed": 0,
  };
  const defects: string[] = [];
  /** Commands that were accepted at least once, by name. */
  const accepted = new Set<string>();
  const began = performance.now();
  const installation = await install({
    nodes: options.nodes,
    acknowledgesEarly: options.weakness === "acknowledge-early",
  });
  let stand: Stand | null = null;
  let owner: { ownerId: string; cookie: string } | null = null;
  let databaseKills = 0;
  try {
    if (options.weakness) await weaken(installation, options.weakness);
    else defects.push(...(await onDatabase(installation, checkSettings)));
    for (let cycle = 0; cycle < options.cycles && defects.length === 0; cycle += 1) {
      if (!stand) {
        const opened = await installation.first().open(owner?.ownerId ?? null, figures.sessions);
        owner ??= { ownerId: opened.ownerId, cookie: opened.cookie ?? "" };
        stand = await openStand(installation, { ...opened, cookie: owner.cookie }, options, random);
        figures.sessions += 1;
      }
      const node = random.below(options.nodes);
      const victim = options.victim ?? chooseVictim(options.nodes, databaseKills, random);
      databaseKills = victim === "database" ? databaseKills + 1 : 0;
      figures.cycles += 1;
      figures[`${victim} killed`] += 1;

      const workers = [...stand.phones, ...stand.consoles];
      for (const each of workers) each.work();
      const pressed = press(stand, random);
      const isSoon = pressed && random.chance(0.5);
      await delay(isSoon ? pressed.afterMs + random.below(SOON_MS) : random.below(LOAD_MS));
      await installation.kill(victim, node);
      if (victim !== "database") {
        if (options.nodes > 1) await othersGoOn(stand, node, options.nodes);
        if (random.chance(0.15)) {
          figures["killed while starting"] += 1;
          await installation.startAndKill(node, random.below(LOAD_MS));
        }
        await installation.start(node);
      }

      const problem = await atRest(
        installation,
        Promise.all([pressed?.done, ...workers.map((each) => each.rest())]),
      );
      if (problem) defects.push(problem);
      else {
        const checked = await check(installation, stand).catch((lost: unknown) => {
          if (!(lost instanceof SessionLost)) throw lost;
          defects.push(lost.message);
        });
        defects.push(...(checked?.defects ?? []));
        if (checked && defects.length === 0 && checked.state.status === "finished") {
          addUp(figures, accepted, stand, checked);
          leave(stand);
          stand = null;
        }
      }
      say(`cycle ${cycle + 1}, ${victim} killed: ${defects[0] ?? "ok"}`);
    }
    if (stand) addUp(figures, accepted, stand, null);
    if (options.cycles >= WHOLE_RUN && defects.length === 0) {
      const missing = everyCommand
        .map(nameOf)
        // Their sessions are in no series, which alone takes what is refused in all others.
        .filter((name) => expectations[name]?.refused === undefined && !accepted.has(name));
      if (missing.length > 0) defects.push(`never accepted in so long a run: ${missing}`);
    }
  } finally {
    if (stand) leave(stand);
    await installation.stop();
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    figures: [
      { ...figures, clients: options.clients, nodes: options.nodes, seconds: Math.round(seconds) },
    ],
    defects,
  };
}

function chooseVictim(nodes: number, databaseKills: number, random: Random): Victim {
  // On a database that isn't the app's own only nodes are killed.
  if (nodes > 1) return "app";
  if (databaseKills >= DATABASE_KILLS_PER_APP) return "both";
  return random.pick(["app", "database", "both"] as const) ?? "both";
}

/** Presses *Next* at some moment of most cycles, now and then on both consoles at once. */
function press(stand: Stand, random: Random): { afterMs: number; done: Promise<unknown> } | null {
  if (random.chance(0.25)) return null;
  const afterMs = random.below(LOAD_MS / 2);
  const [first, second] = stand.consoles;
  const both = random.chance(0.3);
  const done = delay(afterMs).then(() =>
    Promise.all([first?.next(), both ? second?.next() : undefined]),
  );
  return { afterMs, done };
}

/** Until somebody on another node was answered: nobody there waits for the killed one. */
async function othersGoOn(stand: Stand, killed: number, nodes: number): Promise<void> {
  const elsewhere = (_: unknown, number: number) => number % nodes !== killed;
  const others = [...stand.phones.filter(elsewhere), ...stand.consoles.filter(elsewhere)];
  const heard = () => others.reduce((sum, { seat }) => sum + seat.sender.counts.answered, 0);
  const before = heard();
  await until(() => heard() > before, "the other nodes stand still");
}

/** Everybody has an answer: undefined. */
async function atRest(
  installation: Installation,
  everything: Promise<unknown>,
): Promise<string | undefined> {
  const timeout = new AbortController();
  const late = delay(REST_TIMEOUT_MS, "a command was never answered", { signal: timeout.signal });
  const settled = everything.then(() => undefined);
  try {
    return await Promise.race([settled, late, installation.endedByItself]);
  } finally {
    timeout.abort();
    late.catch(() => undefined);
  }
}

async function check(installation: Installation, stand: Stand): Promise<Checked> {
  const checked = await onDatabase(installation, ({ db }) =>
    checkSession(db, stand.id, {
      phones: stand.phones,
      consoles: stand.consoles,
      equalAt: stand.equalAt,
      nodes: installation.urls.length,
      seen: new Set(everybodyIn(stand).flatMap(({ seat }) => [...seat.seen])),
    }),
  );
  if (checked.defects.length > 0) return checked;
  await followLink(stand, checked.stageKey);
  const screens = [
    ...stand.phones.map(({ seat }) => ["participant", seat] as const),
    ...stand.consoles.map(({ seat }) => ["facilitator", seat] as const),
    ...stand.stages.map(({ seat }) => ["stage", seat] as const),
  ];
  for (const [of, { client }] of screens) {
    const expected = () =>
      checked.expected(of, of === "facilitator" ? gatheredOn(client.view, stand.phones) : []);
    const shown = () => comparable(client.records);
    await until(() => shown() === expected(), "").catch(() => {
      const differing = difference(shown(), expected());
      checked.defects.push(`a ${of}'s screen did not converge: ${differing}`);
    });
    if (checked.defects.length > 0) return checked;
  }
  stand.equalAt.push(performance.now());
  return checked;
}

/** Does this with a connection, once the database is back. */
async function onDatabase<T>(
  installation: Installation,
  use: (connection: DbConnection) => Promise<T>,
): Promise<T> {
  const giveUpAt = performance.now() + REST_TIMEOUT_MS;
  for (;;) {
    const connection = connect(installation.databaseUrl());
    try {
      const isBack = await connection.pool.query("select 1").then(
        () => true,
        (error: unknown) => {
          if (performance.now() > giveUpAt) throw error;
        },
      );
      if (isBack) return await use(connection);
    } finally {
      await connection.close();
    }
    await delay(LOOK_EVERY_MS);
  }
}

/** What a kill can't show: that the disk itself is waited for. */
async function checkSettings({ pool }: DbConnection): Promise<string[]> {
  const defects: string[] = [];
  for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
    const { rows } = await pool.query(`show ${name}`);
    if (rows[0]?.[name] !== "on") defects.push(`${name} is ${rows[0]?.[name]}`);
  }
  return defects;
}

async function weaken(installation: Installation, weakness: Weakness): Promise<void> {
  const mustStartAnew = await onDatabase(installation, ({ pool }) =>
    weakenDatabase(pool, weakness),
  );
  if (!mustStartAnew) return;
  await installation.kill("both", 0);
  await installation.start(0);
}

async function until(isSo: () => boolean, otherwise: string): Promise<void> {
  const giveUpAt = performance.now() + SCREENS_TIMEOUT_MS;
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error(otherwise);
    await delay(LOOK_EVERY_MS);
  }
}

function addUp(
  figures: { "commands sent": number; "answers ignored": number; "cards revealed": number },
  accepted: Set<string>,
  stand: Stand,
  checked: Checked | null,
): void {
  for (const { seat } of everybodyIn(stand)) {
    figures["commands sent"] += seat.sender.counts.sent;
    figures["answers ignored"] += seat.sender.counts.unheard;
    for (const name of seat.sender.accepted) accepted.add(name);
  }
  figures["cards revealed"] += checked?.revealed ?? 0;
}
