// Who may import whom (docs/architecture.md). `npm run boundaries` checks it.

const swc = require("@swc/core");

// TypeScript 7 has no API that the cruiser could use, and its swc parser takes no JSX: it asks for
// plain TypeScript whatever the file is called.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: /\.[jt]sx$/.test(file) });

/** What kinds say, in both languages. */
const WORDS_OF_KINDS = [
  "^lib/activities/(words|sie)-registry\\.ts$",
  "^lib/activities/[^/]+/messages/",
];

/** What a kind states for the session, screens and words aside, and what kinds share of it. */
const RULES_OF_KINDS = [
  "^lib/activities/(?!screens|settings-|too-few|use-|words-|sie-)[^/]+\\.ts$",
  "^lib/activities/[^/]+/(?!screens|use-)[^/]+\\.ts$",
];

/** What meetings of one group share: its four words, and what is kept under them. Kinds' rules ask for it. */
const SERIES = "^lib/series/";

/** What people arrange or write together: its wire, its models and its guard, for both sides. */
const DOCUMENTS = "^lib/documents/";

/** Those parts that know Yjs: a phone that has nothing to arrange loads none of them. */
const WITH_YJS =
  "^lib/documents/(board-document|guard|order|pad-changes|pad-document|reload)\\.ts$";

/** The rules of the product: plain functions without I/O, which run on both sides of the wire. */
const PURE = ["^lib/[^/]+\\.ts$", "^lib/session/", SERIES, DOCUMENTS, ...RULES_OF_KINDS];

/**
 * Tests, what somebody states of kinds for them, the session in memory that several of them drive, and what
 * was recorded of such sessions.
 */
const TESTS =
  "\\.test\\.tsx?$|^lib/activities/([a-z-]+/witness|card-witness|dot-witness|witness)\\.ts$|^lib/testing/|^lib/session/recorded/|^lib/console/view-for-tests\\.ts$";

/**
 * The levels of `lib`, as the picture in docs/architecture.md draws them. Each may import what stands before it,
 * types included. A kind has three: its words, which the catalogue takes in, its rules, which the session runs, and its
 * screens, which are made of components.
 */
const LEVELS = [
  ["leaves", "^lib/[^/]+\\.ts$"],
  ["words-of-kinds", ...WORDS_OF_KINDS],
  ["i18n", "^lib/i18n/"],
  ["print-pack", "^lib/print-pack/"],
  ["summary", "^lib/summary/"],
  ["documents", DOCUMENTS],
  ["rules-of-kinds", SERIES, ...RULES_OF_KINDS],
  ["session", "^lib/session/"],
  ["workshops", "^lib/workshops/"],
  ["example", "^lib/example/"],
  ["client", "^lib/client/"],
  ["components", "^lib/ui/"],
  [
    "screens-of-kinds",
    "^lib/activities/(screens|settings-|too-few|use-)[^/]*\\.ts$",
    "^lib/activities/[^/]+/(screens|use-)[^/]*\\.ts$",
    "^lib/activities/.+\\.tsx$",
  ],
  ["whole-screens", "^lib/(phone|console|stage)/"],
];

/** For each level: nothing on it needs what stands on a later one. */
const arrowsGoOneWay = LEVELS.slice(0, -1).map(([name, ...path], at) => ({
  name: `${name}-need-nothing-above`,
  comment: `Levels of lib, from below: ${LEVELS.map(([each]) => each).join(", ")}.`,
  severity: "error",
  from: { path, pathNot: TESTS },
  to: { path: LEVELS.slice(at + 1).flatMap(([, ...above]) => above) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Modules that need each other are one module, or lack a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere escapes every other rule here.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "app-reaches-the-server-through-one-accessor",
      comment: "Next's bundle holds its own copy of each module: use running().",
      severity: "error",
      from: { path: "^(app/|proxy\\.ts$)" },
      to: {
        path: "^(exports|server|attack|e2e|bench|scripts)/",
        pathNot: "^server/running-server\\.ts$",
      },
    },
    {
      name: "lib-knows-neither-app-nor-server",
      severity: "error",
      // What a phone loads is only known once it is bundled.
      from: { path: "^lib/", pathNot: "^lib/phone/loads\\.test\\.ts$" },
      to: { path: "^(app|exports|server|attack|e2e|bench|scripts)/|^proxy\\.ts$" },
    },
    {
      name: "rules-are-pure",
      comment: "Rules, schemas and views need zod, arithmetic and each other, nothing else.",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: {
        dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg"],
        pathNot: "(^|/)node_modules/(zod|simple-statistics|fractional-indexing|yjs)/",
      },
    },
    {
      name: "rules-load-no-yjs",
      comment: "Rules know boards and pads as plain data; only who holds a document needs Yjs.",
      severity: "error",
      from: { path: PURE, pathNot: [TESTS, WITH_YJS] },
      to: { path: [WITH_YJS, "(^|/)node_modules/yjs/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-know-no-screens",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: ["^lib/(client|ui|i18n|phone|console|stage)/", "\\.tsx$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "kinds-do-not-know-each-other",
      comment: "What two kinds share belongs beside their folders.",
      severity: "error",
      from: { path: "^lib/activities/([^/]+)/" },
      to: { path: "^lib/activities/[^/]+/", pathNot: "^lib/activities/$1/" },
    },
    {
      name: "words-come-through-the-catalogue",
      comment: "A file of words that is imported by a screen is loaded in every language.",
      severity: "error",
      from: { pathNot: [...WORDS_OF_KINDS, TESTS] },
      to: { path: "^lib/activities/[^/]+/messages/" },
    },
    {
      name: "screens-do-not-decide",
      comment: "A screen shows its view and sends commands; rules run on the server.",
      severity: "error",
      from: {
        path: "^lib/activities/[^/]+/([^/]+\\.tsx|screens\\.ts|use-[^/]+\\.ts)$",
        pathNot: TESTS,
      },
      to: { path: ["^lib/activities/[^/]+/rules\\.ts$", "^server/"] },
    },
    {
      name: "phones-download-no-rules",
      comment:
        "Views are described in view-schema.ts; what makes them pulls in every kind's rules.",
      severity: "error",
      from: {
        path: "^(lib/(client|ui|phone|console|stage)|app/(j|stage|sessions))/",
        pathNot: TESTS,
      },
      to: {
        path: "^lib/session/(decide|evolve|state|summarise|view)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "screens-know-no-next",
      comment:
        "A phone's page is bundled without it; what else needs Next hands it in (shown-by-next.tsx).",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/i18n/request\\.ts$" },
      to: { path: "(^|/)node_modules/next/" },
    },
    {
      name: "phones-and-stages-download-no-settings-forms",
      comment: "Only facilitators fill them in: they stand in a registry of their own.",
      severity: "error",
      from: { path: "^(lib/(phone|stage)|app/(j|stage))/", pathNot: TESTS },
      to: {
        path: "^lib/activities/(settings-.+|[^/]+/settings-form)\\.tsx?$",
        reachable: true,
      },
    },
    ...arrowsGoOneWay,
    {
      name: "every-module-has-its-level",
      comment:
        "A new folder of lib gets its place among the levels, else none of their rules sees it.",
      severity: "error",
      from: {},
      to: { path: "^lib/.+\\.tsx?$", pathNot: [TESTS, ...LEVELS.flatMap(([, ...path]) => path)] },
    },
    {
      name: "exports-are-made-in-a-process-of-their-own",
      comment:
        "The server starts it and imports nothing of it; it needs drawings and nothing that is live.",
      severity: "error",
      from: { path: "^(app|server|lib)/", pathNot: TESTS },
      to: { path: "^exports/" },
    },
    {
      name: "exports-know-no-server",
      severity: "error",
      from: { path: "^exports/", pathNot: TESTS },
      to: { path: "^(app|server|attack|scripts)/|^lib/(client|session|phone|console|stage)/" },
    },
    {
      name: "server-has-no-screens",
      severity: "error",
      from: { path: "^server/" },
      to: { path: ["^app/", "^lib/(client|ui|phone|console|stage)/", "\\.tsx$"] },
    },
    {
      name: "no-test-code-in-the-product",
      severity: "error",
      from: { path: "^(app|exports|lib|server)/", pathNot: [TESTS, "^server/testing/"] },
      to: { path: ["^server/testing/", "^(attack|bench)/", TESTS] },
    },
    {
      name: "no-development-packages-in-the-product",
      severity: "error",
      from: { path: "^(app|exports|lib|server)/", pathNot: [TESTS, "^server/testing/"] },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|\\.data|\\.cache)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
