import { createServer } from "node:http";
import { type AttackedNode, startAttackedNode } from "@/attack/attacked-node";
import { randomId } from "@/server/rooms/chance";
import { close, listen, startIdentityProvider } from "@/server/testing/identity-provider";
import { startMailServer } from "@/server/testing/mail-server";
import { createTestDatabase } from "@/server/testing/test-database";
import { type Node, startNode } from "@/server/testing/workshop";

/** A node to attack, and one of our own beside it on the same database, to set things up with. */
export interface Scene {
  target: AttackedNode;
  admin: Node;
  stop(): Promise<void>;
}

/**
 * For `*.pg.test.ts` files: call it in `beforeAll`, `stop` in `afterAll`. `services`: with a mail
 * server and an identity provider, so that no page or action says only that there is none.
 */
export async function setScene({
  services = false,
  ...options
}: Omit<Parameters<typeof startAttackedNode>[0], "databaseUrl" | "secret"> & {
  services?: boolean;
}): Promise<Scene> {
  const secret = randomId() + randomId();
  const database = await createTestDatabase();
  const admin = await startNode(database.url, secret);
  const beside = services ? await startServices() : undefined;
  const { environment } = beside ?? {};
  const target = await startAttackedNode({
    ...{ environment, ...options },
    ...{ databaseUrl: database.url, secret },
  });
  return {
    target,
    admin,
    async stop() {
      await target.stop();
      await beside?.stop();
      await admin.stop();
      await database.drop();
    },
  };
}

/** Both need to know the address of the node, whose port is chosen for it here. */
async function startServices() {
  const probe = createServer();
  const publicUrl = await listen(probe);
  await close(probe);
  const mail = await startMailServer();
  const provider = await startIdentityProvider(`${publicUrl}/api/auth/callback/oidc`, {});
  return {
    environment: {
      PUBLIC_URL: publicUrl,
      PORT: new URL(publicUrl).port,
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
