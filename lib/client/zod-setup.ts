import * as z from "zod/mini";

/**
 * Zod probes `new Function` to compile its schemas, which the content security policy forbids and
 * reports. Import this before any module that makes a schema.
 */
z.config({ jitless: true });
