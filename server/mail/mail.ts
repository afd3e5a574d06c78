import { createTransport } from "nodemailer";
import { isLoopback, type MailSettings } from "@/server/env-services";

/** A mail server that takes longer than this is away; nobody waits for the answer. */
const TIMEOUT_MS = 20_000;

/** A letter in plain text: nothing in it is fetched, counted or clicked by itself. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** E-mail over the operator's SMTP server; encrypted unless that server is this machine. */
export function createMail({ url, from }: MailSettings): Mail {
  const transport = createTransport({
    url,
    requireTLS: !isLoopback(new URL(url).hostname),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Texts are ours: nothing may be read from files or fetched into a letter.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter });
    },
    close: () => transport.close(),
  };
}
