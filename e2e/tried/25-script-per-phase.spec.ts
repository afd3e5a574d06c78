import { joinAsPhone } from "@/server/simulated/phone";
import { expect, expectAccessible, test } from "../fixtures";
import { advanceTo, inLocale, openSession, planned } from "../workshop";

/** The fewest whose cards are shown. */
const PEOPLE = 5;

test("25: the script says what fits the phase, from writing to the reveal", async ({
  facilitator: console_,
  server,
  t,
}) => {
  const { id } = await openSession(console_, t, "de-DE");
  const phones = await Promise.all(
    Array.from({ length: PEOPLE }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const { phases, ifItStalls, debrief } = planned("small-no").script;
  const panel = console_.getByRole("region", { name: t("console.script") });
  try {
    await console_.getByRole("button", { name: t("console.beginWith", { n: PEOPLE }) }).click();
    for (const phase of ["write", "review", "reveal"]) {
      await advanceTo(console_, t, "de-DE", "small-no", phase);
      for (const [each, { say, watchFor }] of Object.entries(phases)) {
        await expect(panel.getByText(inLocale(say, "de"), { exact: true })).toHaveCount(
          each === phase ? 1 : 0,
        );
        await expect(panel.getByText(inLocale(watchFor, "de"))).toHaveCount(each === phase ? 1 : 0);
      }
      const isWriting = phase === "write";
      await expect(panel.getByText(inLocale(ifItStalls, "de"))).toHaveCount(isWriting ? 1 : 0);
      await expect(panel.getByText(inLocale(debrief[0], "de"), { exact: true })).toHaveCount(
        isWriting ? 0 : 1,
      );
      for (const { client, takePart } of isWriting ? phones : []) {
        await client.until((view) => view.activity?.phase === phase);
        await takePart();
      }
    }
    await expectAccessible(console_);
  } finally {
    for (const phone of phones) phone.close();
  }
});
