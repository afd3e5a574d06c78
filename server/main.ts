import { run } from "@/server/run";
import { startMessage } from "@/server/start-message";

run({ started: async (booted) => ({ lines: await startMessage(booted) }) });
