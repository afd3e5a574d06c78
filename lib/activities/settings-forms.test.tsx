import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { type FilledIn, valueAt, withValueAt } from "@/lib/activities/filled-in";
import { kindOf } from "@/lib/activities/kinds";
import { registry } from "@/lib/activities/registry";
import { settingsForms } from "@/lib/activities/settings-forms-registry";
import type { Witness } from "@/lib/activities/witness";
import { messagesFor } from "@/lib/i18n/messages";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import type { Address, Language } from "@/lib/words";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

/**
 * What holds for the form of every kind of activity: a new one is picked up from the registries and the
 * workshops. There is no page here to type into: forms are rendered, and the handlers of their controls called.
 */

/** An input, a choice or a button as it was rendered. */
interface Control {
  tag: string;
  props: Readonly<Record<string, unknown>>;
}

const { made } = vi.hoisted(() => {
  // React as it is for users: for developers it notes with each element who made it, which takes most of the time here.
  vi.stubEnv("NODE_ENV", "production");
  return { made: { controls: [] as Control[] } };
});

vi.mock("react/jsx-dev-runtime", async () => {
  const { Fragment, jsx, jsxs } = await import("react/jsx-runtime");
  const jsxDEV: typeof import("react/jsx-dev-runtime").jsxDEV = (type, props, key, isStatic) => {
    if (typeof type === "string" && /^(input|textarea|select|button)$/.test(type)) {
      made.controls.push({ tag: type, props: { ...Object(props) } });
    }
    return isStatic ? jsxs(type, props, key) : jsx(type, props, key);
  };
  return { Fragment, jsxDEV };
});

const LANGUAGES: readonly (readonly [Language, Address])[] = [
  ["de", "du"],
  ["de", "sie"],
  ["en", "du"],
];

/** What somebody states of a kind for tests, by its folder. */
async function witnessOf(kind: string): Promise<Witness> {
  const found: { witness: Witness } = await import(`./${kind}/witness.ts`);
  return found.witness;
}

/** Kinds with settings that came up already: the same form need not be tried again. */
const tried = new Set<string>();
const isNew = ({ kind, settings }: ActivityTemplate): boolean => {
  const before = tried.size;
  return tried.add(JSON.stringify([kind, settings])).size > before;
};

/** Each activity of each plan, as it stands and with what else its kind allows. */
const activities = (
  await Promise.all(
    [...workshops, ...singleActivities].flatMap(({ id, activities: all }) =>
      all.filter(isNew).map(async ({ key, kind, settings }) => {
        const { whole } = await witnessOf(kind);
        const others = whole ? [whole(settings, 0), whole(settings, 1)] : [];
        // A witness mostly leaves them as they stand.
        const different = new Map(
          [settings, ...others].map((each) => [JSON.stringify(each), each]),
        );
        return [...different.values()].map((each, n) => ({
          ...{ what: `${id}: ${key} ${n}`, kind, settings: each },
          titles: Object.fromEntries(all.map((other) => [other.key, other.title])),
        }));
      }),
    ),
  )
).flat();
type Activity = (typeof activities)[number];

/** A form as it was rendered, and what was filled in by then. */
interface Shown {
  of: FilledIn<unknown>;
  html: string;
  controls: readonly Control[];
}

/** Somebody with a form before them, and what they have entered. */
function filling({ kind, settings, titles }: Activity, language = LANGUAGES[0]) {
  const form = settingsForms.find(({ name }) => name === kind);
  if (!form) throw new Error(`There is no form for ${kind}`);
  const [locale, address] = language ?? ["de", "du"];
  const untouched: FilledIn<unknown> = form.open(settings);
  let filledIn = untouched;
  let shown: Shown | null = null;
  let shownFirst: Shown | null = null;
  /** The form as it stands now. */
  const render = () => {
    if (shown?.of === filledIn) return shown;
    made.controls = [];
    const html = renderToStaticMarkup(
      <NextIntlClientProvider
        locale={locale}
        messages={messagesFor(locale, address)}
        onError={(error) => {
          throw error;
        }}
        timeZone="UTC"
      >
        <form.Form
          filledIn={filledIn}
          onChange={(next) => {
            filledIn = next;
          }}
          titles={titles}
        />
      </NextIntlClientProvider>,
    );
    shown = { of: filledIn, html, controls: made.controls };
    if (filledIn === untouched) shownFirst = shown;
    return shown;
  };
  return {
    /** As if nothing had been entered; what was rendered then need not be rendered again. */
    reset() {
      filledIn = untouched;
      shown = shownFirst;
    },
    html: () => render().html,
    controls: () => render().controls,
    settings: () => filledIn.settings,
    /** Enters something, as a browser tells it. */
    enter(control: Control, target: { value: string } | { checked: boolean }) {
      call(control.props.onChange, { target, currentTarget: target });
    },
    press(control: Control) {
      call(control.props.onClick, {});
    },
  };
}
type Filling = ReturnType<typeof filling>;

function call(handler: unknown, event: object): void {
  if (typeof handler !== "function") throw new Error("A control that does nothing");
  Reflect.apply(handler, undefined, [event]);
}

const nameOf = ({ props }: Control): string => String(props.name);
const named = (form: Filling, name: string): Control => {
  const found = form.controls().find((each) => each.props.name === name);
  if (!found) throw new Error(`There is no field ${name}`);
  return found;
};
const isNumber = ({ props }: Control) => props.inputMode === "numeric";
const isText = (control: Control) =>
  control.tag === "textarea" || (control.props.type === "text" && !isNumber(control));
const isTold = ({ props }: Control) => props["aria-invalid"] === true;

/** Whether the kind itself takes these settings. */
const fits = ({ kind }: Activity, settings: unknown) =>
  kindOf(kind).settings.safeParse(settings).success;

/** What a page says of a control: the words of its label, or its own. */
function accessibleNames(html: string): string[] {
  const texts = (part: string) => part.replace(/<[^>]*>/g, "").trim();
  const fields = [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(
    ({ 0: tag, index }) => {
      const id = /\bid="([^"]*)"/.exec(tag)?.[1];
      const around = html.lastIndexOf("<label", index);
      const label =
        around > html.lastIndexOf("</label>", index)
          ? html.slice(around, html.indexOf("</label>", index))
          : new RegExp(`<label\\b[^>]*\\bfor="${id}"[^>]*>.*?</label>`, "s").exec(html)?.[0];
      return texts(label ?? "");
    },
  );
  const buttons = [...html.matchAll(/<button\b[^>]*>(.*?)<\/button>/gs)].map(([, inside]) =>
    texts(inside ?? ""),
  );
  return [...fields, ...buttons];
}

test("every kind has a form", () => {
  expect(settingsForms.map(({ name }) => name)).toEqual(registry.map(({ name }) => name));
});

test("there are numbers, texts, choices and lists to try", () => {
  const all = activities.flatMap((each) => filling(each).controls());
  expect(all.filter(isNumber)).not.toEqual([]);
  expect(all.filter(isText)).not.toEqual([]);
  for (const tag of ["select", "button"]) expect(all.map((each) => each.tag)).toContain(tag);
  expect(all.map(({ props }) => props.type)).toContain("checkbox");
});

describe.each(activities)("what the form of $what says", (activity) => {
  test.each(LANGUAGES)("has a name for each of its controls in %s, %s", (...language) => {
    const form = filling(activity, language);
    const names = accessibleNames(form.html());
    expect(names).toHaveLength(form.controls().length);
    expect(names.filter((name) => name === "")).toEqual([]);
    expect(form.html()).not.toContain("kinds.");
  });
});

const controlsOf = (activity: Activity): string => {
  const controls = filling(activity).controls();
  const shown = controls.map(({ tag, props }) => [tag, props.type, props.inputMode, props.name]);
  return JSON.stringify([activity.kind, shown]);
};

/** The same controls hand on the same, whatever a plan has put in them: each form is filled in once. */
const forms = new Map(activities.toReversed().map((each) => [controlsOf(each), each]));

describe.each([...forms.values()])("the form of $what", (activity) => {
  test("hands on numbers that fit, and keeps and tells those that don't", () => {
    const form = filling(activity);
    for (const name of form.controls().filter(isNumber).map(nameOf)) {
      form.reset();
      const before = form.settings();
      for (const value of ["100000000000", "-1", "1.5", "viele", ""]) {
        form.enter(named(form, name), { value });
        expect(form.settings()).toEqual(before);
        const field = named(form, name);
        expect([field.props.value, isTold(field)]).toEqual([value, true]);
        const problem = String(field.props["aria-describedby"]).split(" ")[0];
        expect(form.html()).toMatch(new RegExp(`id="${problem}">[^<]+ \\d+\\.</p>`));
      }
      const other = [1, 2].find((n) => n !== valueAt(before, name));
      form.enter(named(form, name), { value: String(other) });
      expect(form.settings()).toEqual(withValueAt(before, name, other));
      expect(fits(activity, form.settings())).toBe(true);
      expect(isTold(named(form, name))).toBe(false);
    }
  });

  test("hands on each text, and no text that is in no language", () => {
    const form = filling(activity);
    const before = form.settings();
    const texts = form.controls().filter(isText);
    // Each as if it were the only one: they were rendered before any of it was entered.
    for (const text of texts) {
      form.enter(text, { value: "Ein Wort" });
      expect(form.settings()).toEqual(withValueAt(before, nameOf(text), "Ein Wort"));
      expect(fits(activity, form.settings())).toBe(true);
    }
    const names = texts.map(nameOf);
    for (const text of new Set(names.map((name) => name.slice(0, name.lastIndexOf("."))))) {
      form.reset();
      const wordings = names.filter((name) => name.startsWith(`${text}.`));
      for (const name of wordings) form.enter(named(form, name), { value: "" });
      expect(fits(activity, form.settings())).toBe(true);
      expect(wordings.map((name) => named(form, name).props.value)).toEqual(["", "", ""]);
      // No text may be what a plan says, as with a button that there needn't be.
      const isMissing = valueAt(form.settings(), text) !== null;
      expect(form.controls().some(isTold)).toBe(isMissing);
    }
  });

  test("hands on what is ticked and chosen", () => {
    const form = filling(activity);
    for (const box of form.controls().filter(({ props }) => props.type === "checkbox")) {
      const before = form.settings();
      form.enter(box, { checked: !box.props.checked });
      expect(form.settings()).not.toEqual(before);
      expect(fits(activity, form.settings())).toBe(true);
    }
    const options = [...form.html().matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].flatMap(
      ([select, name = ""]) =>
        [...select.matchAll(/<option value="([^"]*)"/g)].map(([, value = ""]) => [name, value]),
    );
    for (const [name = "", value = ""] of options) {
      form.enter(named(form, name), { value });
      // To choose nothing is kept as null.
      expect(valueAt(form.settings(), name) ?? "").toBe(value);
      expect(fits(activity, form.settings())).toBe(true);
    }
  });

  test("lets lists grow and shrink within what the kind takes", () => {
    const buttons = (form: Filling) => form.controls().filter(({ tag }) => tag === "button");
    const form = filling(activity);
    const count = buttons(form).length;
    for (let at = 0; at < count; at += 1) {
      form.reset();
      const [before, namesBefore] = [form.settings(), form.controls().map(nameOf)];
      const button = buttons(form)[at];
      if (button) form.press(button);
      // Where an entry was removed the others' names move up: nothing was added by that.
      const grew = form.controls().length > namesBefore.length;
      const added = form.controls().filter((each) => grew && !namesBefore.includes(nameOf(each)));
      if (added.length > 0) {
        // Nothing of it stands anywhere before it has words.
        expect(form.settings()).toEqual(before);
        expect(added.some(isTold)).toBe(true);
        for (const name of added.map(nameOf)) form.enter(named(form, name), { value: "Neu" });
      }
      expect(form.settings()).not.toEqual(before);
      expect(fits(activity, form.settings())).toBe(true);
      expect(form.controls().some(isTold)).toBe(false);
    }
  });
});

test("a list is as long as its kind takes at most, and as short as at least", () => {
  const scale = activities.find(({ kind }) => kind === "scale");
  if (!scale) throw new Error("unreachable");
  const form = filling(scale);
  const press = (label: string) => {
    const button = form.controls().find(({ props }) => props.children === label);
    if (button) form.press(button);
    return button !== undefined;
  };
  const items = () => valueAt(form.settings(), "items");
  expect(items()).toHaveLength(3);
  expect(form.html()).toContain("Mehr als 3 geht nicht.");
  expect(press("Frage dazu")).toBe(false);
  expect([press("Frage 2 entfernen"), press("Frage 1 entfernen")]).toEqual([true, true]);
  expect(items()).toEqual([valueAt(scale.settings, "items.2")]);
  expect(form.html()).toContain("Weniger als 1 geht nicht.");
  expect(press("Frage 1 entfernen")).toBe(false);
  expect(press("Frage dazu")).toBe(true);
});

test("what does not fit yet keeps nothing else from being handed on", () => {
  const collect = activities.find(({ kind }) => kind === "collect");
  if (!collect) throw new Error("unreachable");
  const form = filling(collect);
  form.enter(named(form, "itemLimit"), { value: "99" });
  form.enter(named(form, "characterLimit"), { value: "150" });
  expect(form.settings()).toEqual({ ...collect.settings, characterLimit: 150 });
  expect(named(form, "itemLimit").props.value).toBe("99");
  form.enter(named(form, "itemLimit"), { value: "3" });
  expect(form.settings()).toEqual({ ...collect.settings, characterLimit: 150, itemLimit: 3 });
});
