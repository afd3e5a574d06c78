import type * as z from "zod";
import { type AttackedNode, type nodeOptions, startAttackedNode } from "@/attack/attacked-node";
import { randomId } from "@/server/rooms/chance";
import { freePort } from "@/server/testing/free-port";
import { startIdentityProvider } from "@/server/testing/identity-provider";
import { startMailServer } from "@/server/testing/mail-server";
import { type Node, startNode } from "@/server/testing/workshop";

/** Nodes to attack, and one of our own beside them on the same database, to set things up with. */
export interface Scene<Name extends string> {
  targets: Record<Name, AttackedNode>;
  admin: Node;
  stop(): Promise<void>;
}

/** How one of the attacked nodes differs from the product. */
export type TargetOptions = z.input<typeof nodeOptions> & {
  /**
   * With a mail server and an identity provider, so that no page or action says only that there is none.
   */
  services?: boolean;
};

export async function setScene<Name extends string>(
  databaseUrl: string,
  options: Record<Name, TargetOptions>,
): Promise<Scene<Name>> {
  const secret = randomId() + randomId();
  const admin = await startNode(databaseUrl, secret);
  const undo = [admin.stop];
  const targets = {} as Record<Name, AttackedNode>;
  for (const name in options) {
    const { services = false, ...own } = options[name];
    const beside = services ? await startServices() : undefined;
    if (beside) undo.push(beside.stop);
    const environment = { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret };
    targets[name] = await startAttackedNode(
      { environment: { ...environment, ...beside?.environment } },
      own,
    );
    undo.push(targets[name].stop);
  }
  return {
    targets,
    admin,
    async stop() {
      for (const step of undo.reverse()) await step();
    },
  };
}

/** Both need to know the address of the node, whose port is chosen for it here. */
async function startServices() {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const mail = await startMailServer();
  const provider = await startIdentityProvider(`${publicUrl}/api/auth/callback/oidc`, {});
  return {
    environment: {
      PUBLIC_URL: publicUrl,
      PORT: String(port),
      SMTP_URL: mail.url,
      MAIL_FROM: "Aufwind <aufwind@example.org>",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
    },
    async stop() {
      await provider.close();
      await mail.close();
    },
  };
}
