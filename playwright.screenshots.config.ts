import base from "./playwright.config";

const { projects, ...shared } = base;

/** `npm run screenshots`: the README's pictures, and all screens in `gallery/`, from the built product. */
export default {
  ...shared,
  testDir: "e2e/screenshots",
  testMatch: "*.shots.ts",
  globalTeardown: "./e2e/screenshots/contact-sheet.ts",
};
