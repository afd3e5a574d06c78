import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import Provider from "oidc-provider";

/** What the provider says of one of its people; the key is the subject, and what they log in as. */
export interface ProviderPerson {
  name?: string;
  email?: string;
  email_verified?: boolean;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback interface. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/**
 * A real OpenID Connect provider (the package `oidc-provider`), with its own log-in and consent
 * pages, where any password will do.
 */
export async function startIdentityProvider(
  redirectUri: string,
  people: Readonly<Record<string, ProviderPerson>>,
): Promise<IdentityProvider> {
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    // Its pages ask for a font from elsewhere; nothing here leaves this machine.
    response.setHeader("content-security-policy", "style-src 'unsafe-inline'; font-src 'none'");
    answer(request, response);
  });
  const issuer = await listen(server);
  const clientId = "aufwind";
  const clientSecret = randomBytes(24).toString("base64url");
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    cookies: { keys: [randomBytes(24).toString("base64url")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  });
  answer = provider.callback();
  return { issuer, clientId, clientSecret, close: () => close(server) };
}
