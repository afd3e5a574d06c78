import { describe, expect, it } from "vitest";
import { kindsEnglish, kindsGerman } from "@/lib/activities/words-registry";
import { messagesFor, sentMessages } from "@/lib/i18n/messages";
import de from "@/lib/i18n/messages/de.json";
import deSie from "@/lib/i18n/messages/de-sie.json";
import en from "@/lib/i18n/messages/en.json";
import { type MessageTree, overlay } from "@/lib/i18n/overlay";
import { sie } from "@/lib/i18n/sie";

/** Words by which a German sentence speaks to somebody as du, or to several as ihr. */
const INFORMAL =
  /(?<!\p{L})(du|dich|dir|dein(e|em|en|er|es)?|euch|euer|eure[mnrs]?|ihr|schau|komm|sprecht|sprich|schreib|nimm|denk|sieh|wähl|hab|leg|geh)(?!\p{L})/iu;

/** Same reading, but without the forms that Sie shares ("Ihr Text") when written with a capital. */
const INFORMAL_LEFT =
  /(?<!\p{L})([Dd](u|ich|ir|ein(e|em|en|er|es)?)|euch|[Ss]precht|[Ss]chau|[Kk]omm)(?!\p{L})/u;

function flatten(tree: MessageTree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [k, v] of flatten(value, `${prefix}${key}.`)) flat.set(k, v);
  }
  return flat;
}

/** The names of the values that a text takes; the branches of a plural are not values. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/(?<!(?:one|other) )\{(\w+)(?=[,}])/g)].map((match) => match[1]);
  return [...new Set(names.map((name) => name ?? ""))].sort();
}

const ROLE_PLAY = /rollenspiel|role-?\s?play/iu;

/** Keys that name the word instead of using it. */
const ABOUT_DU = new Set(["sessions.addressDu", "settings.germanDu"]);

const german = flatten(messagesFor("de", "du"));
const formal = flatten(sie);
const english = flatten(messagesFor("en", "du"));

describe("the catalogues", () => {
  it("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  it("take the same values in both languages", () => {
    for (const [key, text] of german) {
      expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
    }
  });

  it("overlay only what exists, and says something else with Sie", () => {
    expect([...formal.keys()].filter((key) => !german.has(key))).toEqual([]);
    expect([...formal].filter(([key, text]) => german.get(key) === text)).toEqual([]);
  });

  it("say Sie wherever German speaks to somebody", () => {
    const informal = [...german].filter(([, text]) => INFORMAL.test(text)).map(([key]) => key);
    expect(informal.filter((key) => !formal.has(key) && !ABOUT_DU.has(key))).toEqual([]);
    expect([...formal].filter(([, text]) => INFORMAL_LEFT.test(text))).toEqual([]);
  });

  it('call one of a list by its place, and not "13 to 13"', () => {
    const ranges = [...german, ...english, ...formal].filter(([, text]) => text.includes("{to}"));
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.filter(([, text]) => !/one \{[^{}]*\{from\}/.test(text))).toEqual([]);
  });

  it("never shout", () => {
    const shouting = [...german, ...english, ...formal].filter(([, text]) => text.includes("!"));
    expect(shouting).toEqual([]);
  });

  it("never call it role-play: the word empties rooms", () => {
    const named = [...german, ...english, ...formal].filter(([, text]) => ROLE_PLAY.test(text));
    expect(named).toEqual([]);
    expect(ROLE_PLAY.test("Jetzt ein Rollenspiel")).toBe(true);
  });

  it("keep namespaces sorted, so that two people's additions rarely collide", () => {
    const kinds = [kindsGerman, kindsEnglish, sie.kinds].flatMap((each) =>
      Object.values<MessageTree>(each),
    );
    for (const tree of [de, en, deSie, ...kinds]) {
      expect(Object.keys(tree)).toEqual(Object.keys(tree).sort());
    }
  });
});

describe("messagesFor", () => {
  it("overlays Sie without touching du", () => {
    expect(messagesFor("de", "sie").join.lobby).toBe("Sie sind dabei. Gleich geht es los.");
    expect(messagesFor("de", "du").join.lobby).toBe("Du bist dabei. Gleich geht es los.");
    expect(messagesFor("en", "sie").join.lobby).toBe(messagesFor("en", "du").join.lobby);
  });

  it("keeps everything the overlay doesn't mention", () => {
    expect(messagesFor("de", "sie").phone.skip).toBe(messagesFor("de", "du").phone.skip);
  });
});

describe("sentMessages", () => {
  const messages = messagesFor("de", "du");
  const { everywhere, ofFacilitators } = sentMessages(messages);

  it("sends facilitators all that a browser shows", () => {
    const { mail, pages, ...shown } = messages;
    expect(overlay(everywhere, ofFacilitators)).toEqual(shown);
  });

  it("keeps what only facilitators read from everybody else's pages", () => {
    const sent = [...flatten(everywhere).keys()];
    const ofDesk =
      /^((account|auth|catalogue|console|exports|plans|sessions|settings|stage|kinds\.\w+\.(catalogue|console|settings|stage|summary))\.|summary\.(?!(other|shift)$))/;
    expect(sent.filter((key) => ofDesk.test(key))).toEqual([]);
    expect([...german.keys()].filter((key) => ofDesk.test(key)).length).toBeGreaterThan(100);
  });
});
