import { setFlagsFromString } from "node:v8";
import { run } from "@/server/run";
import { startMessage } from "@/server/start-message";

/**
 * Bytes of code that a function runs through before V8 asks whether to compile it anew: three times as many as by itself. A
 * room comes in within a minute, and the compiling of whatever runs then a thousand times is a third of what the first of its
 * moves cost, on threads that a small machine has no core for. What a room goes on doing is compiled all the same,
 * seconds later (decision 0125). A version of V8 that has no such flag leaves it at a line on the terminal.
 */
const COMPILED_ANEW_AFTER_BYTES = 400_000;

setFlagsFromString(`--interrupt-budget=${COMPILED_ANEW_AFTER_BYTES}`);

run({ started: async (booted) => ({ lines: await startMessage(booted) }) });
