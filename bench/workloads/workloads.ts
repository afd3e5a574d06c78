import { ballots } from "@/bench/workloads/ballots";
import { boards } from "@/bench/workloads/boards";
import { browser } from "@/bench/workloads/browser";
import { clock } from "@/bench/workloads/clock";
import { files } from "@/bench/workloads/files";
import { groupSheets } from "@/bench/workloads/group-sheets";
import { manyRooms } from "@/bench/workloads/many-rooms";
import { otherServers } from "@/bench/workloads/peers";
import { restart } from "@/bench/workloads/restart";
import { sockets } from "@/bench/workloads/sockets";
import { sorting } from "@/bench/workloads/sorting";
import { wayIn } from "@/bench/workloads/way-in";
import type { Workload } from "@/bench/workloads/workload";
import { workshop } from "@/bench/workloads/workshop";

/** All of them, in the order of RESULTS.md. */
export const workloads: readonly Workload[] = [
  wayIn,
  sockets,
  workshop,
  manyRooms,
  sorting,
  boards,
  groupSheets,
  ballots,
  clock,
  restart,
  files,
  browser,
  otherServers,
];
