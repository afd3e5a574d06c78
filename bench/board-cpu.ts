import { cpuSeconds, moveForAWhile, openBoardRoom, PEOPLE } from "@/bench/board-room";

/**
 * `npx tsx bench/board-cpu.ts` after a build: what 1,000 moves of cards that 60 phones see cost the server, in seconds of
 * one core, beside what the same room costs while nobody moves anything.
 */

const SECONDS = 30;
const MOVES_PER_SECOND = 1;

const room = await openBoardRoom();
try {
  const before = cpuSeconds(room.product);
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
  const idle = cpuSeconds(room.product);
  const { taken, refused, seconds } = await moveForAWhile(room, {
    ...{ perSecond: MOVES_PER_SECOND, seconds: SECONDS },
  });
  const after = cpuSeconds(room.product);
  const cost = (of: "server" | "database"): number => {
    const still = ((idle[of] - before[of]) / SECONDS) * seconds;
    return ((after[of] - idle[of] - still) / taken) * 1_000;
  };
  console.log(`${taken} moves by ${PEOPLE} people in ${seconds.toFixed(1)} s, ${refused} refused`);
  console.log(
    `per 1,000 moves: server ${cost("server").toFixed(2)}, Postgres ${cost("database").toFixed(2)} core-seconds`,
  );
} finally {
  await room.close();
}
