import { formatCode, readCodeCharacters } from "../../lib/session/room-code";
import { expect, expectAccessible, PHONE, test } from "../fixtures";
import { openSession } from "../workshop";

test("19: the code is found in what was pasted, and a wrong one stays for correction", async ({
  facilitator,
  open,
  t,
}) => {
  const { code } = await openSession(facilitator, t, "de");
  const phone = await open({ viewport: PHONE, touch: true });
  await phone.goto("/j");
  const field = phone.getByLabel(t("landing.codeLabel"));
  const paste = (text: string) =>
    field.evaluate((input, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      input.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);

  await paste("Bis morgen im Workshop, ich freue mich.");
  await expect(phone.getByText(t("join.codeNotFound"))).toBeVisible();
  await expect(field).toHaveValue("");

  // A wrong one: what was typed is still there, and one character is soon another.
  const wrong = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
  await field.fill(wrong);
  await expect(phone.getByRole("heading", { name: t("join.codeWrong") })).toBeVisible();
  await expect(phone.getByLabel(t("landing.codeLabel"))).toHaveValue(
    formatCode(readCodeCharacters(wrong)),
  );
  await expectAccessible(phone);
  await phone.getByLabel(t("landing.codeLabel")).press("End");
  await phone.keyboard.press("Backspace");
  await phone.keyboard.type(code.slice(-1));
  await expect(phone.getByRole("heading", { name: t("join.rulesTitle") })).toBeVisible();

  await phone.goto("/j");
  await paste(`Kommt dazu: https://aufwind.example.org/j/${code}. Bis gleich!`);
  await expect(phone.getByRole("heading", { name: t("join.rulesTitle") })).toBeVisible();
  // As mail programs make a link of it.
  await phone.goto(`/j/${code}.`);
  await expect(phone.getByRole("heading", { name: t("join.rulesTitle") })).toBeVisible();
});
