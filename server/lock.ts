import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import * as z from "zod";
import { StartRefused } from "@/server/start-refused";

/** An answer on loopback takes a millisecond; a busy machine gets a second. */
const ANSWER_TIMEOUT_MS = 1_000;

const DEVELOPMENT = "development";

const lockFile = z.object({ port: z.number().int(), token: z.string() });

/** What the holder says of itself to whoever comes second. */
export interface RunningApp {
  /** Empty while it is still starting. */
  url: string;
  /** Started by `npm run dev`. */
  isDevelopment: boolean;
}

export interface InstallationLock {
  /** What a second start is told. */
  announce(app: RunningApp): void;
  release(): void;
}

/** What a lock says; empty where there is none any more. */
function readLock(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * Takes away the lock that was found dead. Another start may have done so meanwhile and put its own
 * there: that one is moved by its name alone, recognised, and put back.
 */
export function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    // Somebody else took it away.
    return;
  }
  try {
    if (readLock(aside) !== stale) linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Asks whoever wrote the lock; process ids are reused, an answer with the token is not. */
function askHolder(written: string): Promise<RunningApp | undefined> {
  let lock: z.infer<typeof lockFile>;
  try {
    lock = lockFile.parse(JSON.parse(written));
  } catch {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const socket = connect(lock.port, "127.0.0.1");
    let answer = "";
    const done = (app: RunningApp | undefined) => {
      socket.destroy();
      resolve(app);
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => done(undefined));
    socket.setEncoding("utf8");
    socket.on("error", () => done(undefined));
    socket.on("data", (text: string) => {
      answer += text;
    });
    socket.on("end", () => {
      const [token, url = "", mode] = answer.split("\n");
      done(token === lock.token ? { url, isDevelopment: mode === DEVELOPMENT } : undefined);
    });
  });
}

/**
 * Makes sure that one data directory serves one app at a time. The holder answers on a loopback
 * port, so a lock of a killed app is known to be dead even when its process id lives on.
 */
export async function lockInstallation(dataDir: string): Promise<InstallationLock | RunningApp> {
  const path = join(dataDir, "app.lock");
  const token = randomBytes(16).toString("hex");
  let announced: RunningApp = { url: "", isDevelopment: false };
  const holder = createServer((socket) => {
    socket.on("error", () => {});
    const mode = announced.isDevelopment ? DEVELOPMENT : "production";
    socket.end(`${token}\n${announced.url}\n${mode}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    holder.once("error", reject);
    holder.listen(0, "127.0.0.1", resolve);
  });
  holder.unref();
  const address = holder.address();
  const port = typeof address === "object" && address ? address.port : 0;

  const mine = `${path}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(mine, JSON.stringify({ port, token }), { mode: 0o600 });
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        // A link fails when the name exists: of two simultaneous starts one wins.
        linkSync(mine, path);
        return {
          announce: (app) => {
            announced = app;
          },
          release: () => {
            holder.close();
            rmSync(path, { force: true });
          },
        };
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      }
      const written = readLock(path);
      const theirs = await askHolder(written);
      if (theirs !== undefined) {
        holder.close();
        return theirs;
      }
      removeStale(path, written);
    }
    throw new Error("another start keeps taking the lock");
  } catch (error) {
    holder.close();
    throw new StartRefused(
      `${dataDir} can't be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  } finally {
    rmSync(mine, { force: true });
  }
}
