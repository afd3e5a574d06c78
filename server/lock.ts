import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import * as z from "zod";
import { StartRefused } from "@/server/refused";

/** An answer on loopback takes a millisecond; a busy machine gets a second. */
const ANSWER_TIMEOUT_MS = 1_000;

const lockFile = z.object({ port: z.number().int(), token: z.string() });

export interface InstallationLock {
  /** What a second start is told. */
  setUrl(url: string): void;
  release(): void;
}

export interface HeldElsewhere {
  url: string;
}

/** Asks whoever wrote the lock; process ids are reused, an answer with the token is not. */
function askHolder(path: string): Promise<string | undefined> {
  let lock: z.infer<typeof lockFile>;
  try {
    lock = lockFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const socket = connect(lock.port, "127.0.0.1");
    let answer = "";
    const done = (url: string | undefined) => {
      socket.destroy();
      resolve(url);
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => done(undefined));
    socket.setEncoding("utf8");
    socket.on("error", () => done(undefined));
    socket.on("data", (text: string) => {
      answer += text;
    });
    socket.on("end", () => {
      const [token, url] = answer.split("\n");
      done(token === lock.token ? (url ?? "") : undefined);
    });
  });
}

/**
 * Makes sure that one data directory serves one app at a time. The holder answers on a loopback
 * port, so a lock of a killed app is known to be dead even when its process id lives on.
 */
export async function lockInstallation(dataDir: string): Promise<InstallationLock | HeldElsewhere> {
  const path = join(dataDir, "app.lock");
  const token = randomBytes(16).toString("hex");
  let url = "";
  const holder = createServer((socket) => {
    socket.on("error", () => {});
    socket.end(`${token}\n${url}\n`);
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
          setUrl: (value) => {
            url = value;
          },
          release: () => {
            holder.close();
            rmSync(path, { force: true });
          },
        };
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      }
      const theirs = await askHolder(path);
      if (theirs !== undefined) {
        holder.close();
        return { url: theirs };
      }
      rmSync(path, { force: true });
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
