import { expect, test } from "vitest";
import { nodeForFile } from "@/server/testing/own-node";
import { signUp } from "@/server/testing/workshop";

const at = nodeForFile();

test("which sections a summary leaves out is kept with the session, and its owner's to choose", async () => {
  const { sessions } = at.node.server;
  const owner = await signUp(at.node, "ada@example.org");
  const other = await signUp(at.node, "eve@example.org");
  const { id } = await sessions.open({
    userId: owner.id,
    templateId: "first-aid-after-a-no",
    address: "du",
    language: "de",
  });
  const hidden = async () => (await sessions.summary(owner.id, id))?.hiddenSections;
  expect(await hidden()).toEqual([]);
  expect(await sessions.hideSections(owner.id, id, ["quotes", "agenda", "quotes"])).toBe(true);
  expect(await hidden()).toEqual(["quotes", "agenda"]);
  expect(await sessions.hideSections(other.id, id, [])).toBe(false);
  expect(await hidden()).toEqual(["quotes", "agenda"]);
  expect(await sessions.hideSections(owner.id, id, [])).toBe(true);
  expect(await hidden()).toEqual([]);
});
