import base from "./playwright.config";

const { projects, ...shared } = base;

/** `npm run screenshots`: the README's pictures, from one run of the built product. */
export default { ...shared, testDir: "e2e/screenshots", testMatch: "*.shots.ts" };
