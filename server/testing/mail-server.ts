import { SMTPServer } from "smtp-server";

export interface ReceivedLetter {
  from: string;
  to: string;
  /** As it came over the wire, headers included. */
  raw: string;
}

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedLetter[];
  /** The first letter after those that were there when it was asked for. */
  next(): Promise<ReceivedLetter>;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of the loopback interface, which keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedLetter[] = [];
  const waiting: ((letter: ReceivedLetter) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      let raw = "";
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        raw += text;
      });
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const letter = {
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address).join(", "),
          raw,
        };
        received.push(letter);
        for (const tell of waiting.splice(0)) tell(letter);
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    received,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text of a letter in plain words, put together from its quoted-printable lines. */
export function textOf({ raw }: ReceivedLetter): string {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  if (!/^content-transfer-encoding: quoted-printable/im.test(raw)) return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
