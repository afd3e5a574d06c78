import { networkInterfaces } from "node:os";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Parsed once, while building: the parser is a tenth of what phones would load.
    messages: {
      path: ["./lib/i18n/messages", "./lib/activities"],
      format: "json",
      locales: ["de", "en"],
      precompile: true,
    },
  },
});

/** Phones load dev pages over the room's network, where Next would refuse them its dev resources. */
function addressesOfThisMachine() {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === "IPv4")
    .map((address) => address.address);
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, with those of the tests (`npm run types`, part of `npm test`): a build needs a fifth less without.
  typescript: { ignoreBuildErrors: true },
  // Bundled copies of these break `instanceof` (yjs) or their native parts (argon2, pg).
  serverExternalPackages: ["yjs", "pg", "@node-rs/argon2", "drizzle-orm", "pino", "next-auth"],
  // `npm run dev` would print codes, links, and what is passed to actions.
  logging: { incomingRequests: false, serverFunctions: false },
  allowedDevOrigins: [...addressesOfThisMachine(), "lan.test"],
};

export default withNextIntl(config);
