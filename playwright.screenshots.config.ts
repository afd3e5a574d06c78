import base from "./playwright.config";

/** `npm run screenshots`: the README's pictures, from one run of the built product. */
export default { ...base, testDir: "e2e/screenshots", testMatch: "*.shots.ts" };
