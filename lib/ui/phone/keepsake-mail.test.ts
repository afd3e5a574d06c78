import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailOf } from "@/lib/ui/phone/keepsake-mail";

/** Reads a mail back by the rules of RFC 2045 and 2047, with nothing of what wrote it. */
function read(mail: string) {
  const [head = "", body = ""] = mail.split("\r\n\r\n");
  const headers = new Map(
    head
      .replaceAll("\r\n ", " ")
      .split("\r\n")
      .map((line): [string, string] => {
        const at = line.indexOf(": ");
        return [line.slice(0, at), line.slice(at + 2)];
      }),
  );
  const words = (headers.get("Subject") ?? "").split(" ");
  const subject = words
    .map((word) => /^=\?utf-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? "none")
    .map((word) => Buffer.from(word, "base64").toString("utf8"))
    .join("");
  return { headers, subject, text: Buffer.from(body, "base64").toString("utf8") };
}

describe("mailOf", () => {
  it("is a draft without a sender, an address or a date, and says what it was given", () => {
    const mail = mailOf("Zum Mitnehmen: Erste Hilfe", "Mein nächster Schritt\nWenn …, dann …");
    const { headers, subject, text } = read(mail);
    expect([...headers.keys()]).toEqual([
      ...["MIME-Version", "X-Unsent", "Subject", "Content-Type", "Content-Transfer-Encoding"],
    ]);
    expect(subject).toBe("Zum Mitnehmen: Erste Hilfe");
    expect(text).toBe("Mein nächster Schritt\r\nWenn …, dann …");
  });

  it("holds whatever was written, in short lines, and nothing becomes a header", () => {
    const written = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("a\r\nBcc: eve@example.org", "👩‍👩‍👧‍👦".repeat(30), "ß".repeat(200), "مرحبا"),
    );
    fc.assert(
      fc.property(written, written, (given, text) => {
        const mail = mailOf(given, text);
        const found = read(mail);
        expect(found.headers.size).toBe(5);
        expect(found.subject).toBe(given.replaceAll(/\s+/g, " "));
        expect(found.text).toBe(text.replaceAll("\n", "\r\n"));
        expect(/^[\x20-\x7e\r\n]*$/.test(mail)).toBe(true);
        for (const line of mail.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
        expect(mailOf(given, text)).toBe(mail);
      }),
    );
  });
});
