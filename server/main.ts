import { run } from "@/server/run";
import { welcome } from "@/server/welcome";

run({ started: async (booted) => ({ lines: await welcome(booted) }) });
