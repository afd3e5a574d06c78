import {
  type ActivityInstance,
  type AnyKind,
  accept,
  type Kind,
  type Parser,
  type PlaceInPlan,
  type RawPlace,
  refuse,
} from "@/lib/activities/contract";
import { noDocuments } from "@/lib/activities/documents";
import type { RawCommand } from "@/lib/activities/simulation";
import { frozen } from "@/lib/frozen";

/**
 * Closes a kind over its types. Apart from the contract: phones load what the contract's rules are made of, and only
 * whoever holds activities needs this.
 */
export function defineKind<Settings extends object, Data, Event>(
  kind: Kind<Settings, Data, Event>,
): AnyKind {
  /** What this kind's instances are closed over. */
  const inside = new WeakMap<ActivityInstance, { settings: Settings; data: Data }>();
  return {
    name: kind.name,
    upcasts: kind.upcasts,
    settings: kind.settings,
    commands: kind.commands,
    parseSettings: (settings) => Object.fromEntries(Object.entries(kind.settings.parse(settings))),
    refersTo: (settings) => kind.refersTo?.(kind.settings.parse(settings)) ?? [],
    alone(raw) {
      const settings = kind.settings.parse(raw);
      return Object.fromEntries(Object.entries(kind.alone?.(settings) ?? settings));
    },
    presets: kind.presets ?? [],
    withPreset(raw, part, value) {
      const preset = kind.presets?.find((each) => each.part === part);
      const read = kind.settings.safeParse({ ...kind.settings.parse(raw), [part]: value });
      if (!preset || !read.success || preset.suits?.(read.data) === false) return null;
      return Object.fromEntries(Object.entries(read.data));
    },
    part: (settings) => kind.part?.(kind.settings.parse(settings)) ?? null,
    instantiate(raw, place) {
      const { instance, ...parts } = instantiate(kind, raw, place);
      inside.set(instance, parts);
      return instance;
    },
    summarise(activities, about) {
      const held = activities.flatMap(({ instance, ...rest }) => {
        const parts = inside.get(instance);
        return parts ? [{ ...rest, ...parts }] : [];
      });
      return kind.summarise?.(held, about) ?? {};
    },
    printPages: (settings, place, about) =>
      kind.printPages?.({
        settings: kind.settings.parse(settings),
        place: placeOf(kind, place),
        ...about,
      }) ?? [],
    hasSeats: kind.channels !== undefined,
    pace: kind.pace,
    simulatePad(person, scene) {
      const settings = kind.settings.parse(scene.settings);
      return kind.simulatePad?.(person, { ...scene, settings }) ?? null;
    },
    *simulate(person, scene) {
      const settings = kind.settings.parse(scene.settings);
      if (kind.simulate) yield* kind.simulate(person, { ...scene, settings });
    },
  };
}

/** Its place with the settings of its like as this kind reads them. */
const placeOf = <Settings>(
  { settings }: { settings: Parser<Settings> },
  { key, ofItsKind }: RawPlace,
): PlaceInPlan<Settings> => ({
  key,
  ofItsKind: ofItsKind.map((each) => ({ key: each.key, settings: settings.parse(each.settings) })),
});

function instantiate<Settings, Data, Event>(
  kind: Kind<Settings, Data, Event>,
  raw: unknown,
  rawPlace: RawPlace,
): { instance: ActivityInstance; settings: Settings; data: Data } {
  const { key } = rawPlace;
  const settings = kind.settings.parse(raw);
  const place = placeOf(kind, rawPlace);
  const data = kind.initial(settings, place);
  const phases = kind.phases(settings, place);
  const ruleOf = ({ type }: RawCommand) =>
    Object.hasOwn(kind.commands, type) ? kind.commands[type] : undefined;
  const instance: ActivityInstance = {
    phases,
    isClosing: kind.part?.(settings) === "closing",
    signal: kind.signal?.(settings) ?? null,
    keepsForSeries: kind.keepsForSeries?.(settings) ?? [],
    reads: (command) => ruleOf(command)?.reads(command, data) ?? null,
    decide({ command, role, ...rest }) {
      const rule = ruleOf(command);
      if (!rule) return refuse("bad-input");
      if (rule.from !== role) return refuse("not-allowed");
      return rule.decide(command, { settings, data, ...rest });
    },
    enter: (input) => kind.enter?.({ settings, data, ...input }) ?? accept(),
    close: (input) => kind.close?.({ settings, data, ...input }) ?? accept(),
    // What has happened changes no more, and what a kind keeps of it whole is written out once (`createRecordTexts`).
    evolve: (event) => kind.evolve(data, frozen(kind.event.parse(event))),
    canGoBack: (name) =>
      phases.some((phase) => phase.name === name && phase.back) &&
      !(kind.isPastReturn?.(data, name) ?? false),
    goesOn: (name) => kind.goesOn?.(settings, data, name) ?? false,
    mustPass: (name) => kind.mustPass?.(settings, data, name) ?? null,
    whenLeaving: kind.whenLeaving ?? null,
    view: (input) => ({
      ofFacilitators: null,
      nextCount: null,
      cards: [],
      consents: new Map(),
      review: [],
      ...kind.view({ settings, data, documents: noDocuments, ...input }),
    }),
    channels: kind.channels
      ? (input) => kind.channels?.({ settings, data, ...input }) ?? new Map()
      : null,
    documents: kind.documents
      ? (input) => kind.documents?.({ settings, data, ...input }) ?? new Map()
      : null,
    batches: () => kind.cards?.batches(data) ?? null,
    lateBatch: (phase) => kind.cards?.lateBatch(data, phase) ?? null,
    facts: () => kind.facts?.(settings, data) ?? {},
    hands: (earlier) => kind.hands?.(settings, data, earlier) ?? [],
    starters: (phase) => kind.starters?.(settings, phase) ?? [],
    casesFor: (activity) => kind.casesFor?.(settings, { activity, own: key, data }) ?? [],
    fictional: () => kind.fictional?.(settings) ?? null,
  };
  return { instance, settings, data };
}
