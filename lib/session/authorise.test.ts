import { describe, expect, it } from "vitest";
import { registry } from "@/lib/activities/registry";
import { type Actor, everyScope, type Scope } from "@/lib/session/actor";
import { audienceOf, mayAttempt } from "@/lib/session/authorise";
import { type Command, command } from "@/lib/session/commands";

const facilitator = (...scopes: Scope[]): Actor => ({
  ...{ kind: "facilitator", account: "somebody" },
  scopes: new Set(scopes),
});
const participant: Actor = { kind: "participant" };
const stage: Actor = { kind: "stage" };

const leading: Command[] = [
  command.parse({ type: "advance", from: { activity: "a", phase: "write" } }),
  command.parse({ type: "showHelp" }),
  command.parse({ type: "end" }),
  ...registry.flatMap(({ commands }) =>
    Object.entries(commands)
      .filter(([, { from }]) => from === "facilitator")
      .map(([type]) => command.parse({ type: "activity", activity: "a", command: { type } })),
  ),
];

describe("P155: what an account may do is told by its scopes", () => {
  it("an owner has all of them, and leads", () => {
    const owner: Actor = { kind: "facilitator", account: "owner", scopes: everyScope };
    expect(leading.filter((each) => !mayAttempt(owner, each))).toEqual([]);
    expect(audienceOf(owner)).toBe("facilitator");
  });

  it("who may only read sees what facilitators see, and is refused all that leads", () => {
    expect(leading.filter((each) => mayAttempt(facilitator("read"), each))).toEqual([]);
    expect(audienceOf(facilitator("read"))).toBe("facilitator");
  });

  it("who may not read sees nothing, also not as somebody else", () => {
    expect(audienceOf(facilitator("run"))).toBeNull();
    expect(audienceOf(facilitator())).toBeNull();
  });

  it("no scope makes a participant of an account, nor a stage", () => {
    const asking = command.parse({ type: "wantToTalk", mark: null, revision: 1 });
    expect(mayAttempt(participant, asking)).toBe(true);
    for (const other of [facilitator(...everyScope), stage]) {
      expect(mayAttempt(other, asking)).toBe(false);
    }
    expect(leading.filter((each) => mayAttempt(stage, each))).toEqual([]);
  });

  it("a command that no kind knows is nobody's", () => {
    const unknown = command.parse({ type: "activity", activity: "a", command: { type: "?" } });
    for (const each of [participant, facilitator(...everyScope), stage]) {
      expect(mayAttempt(each, unknown)).toBe(false);
    }
  });
});
