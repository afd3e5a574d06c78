import * as z from "zod/mini";

// Zod's faster path probes `new Function`, which our content security policy reports as a
// violation. Loaded before anything that parses.
z.config({ jitless: true });
