import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import { close, type IdentityProvider, listen } from "@/server/testing/identity-provider";

/** What the provider does differently from an honest one. */
export interface Lie {
  /** Claims of the token, over the true ones; undefined leaves one out. */
  claims?: Record<string, unknown>;
  unsigned?: boolean;
  foreignKey?: boolean;
  configuredIssuer?: string;
  userinfo?: Record<string, unknown>;
  noIdToken?: boolean;
}

export interface HostileProvider extends IdentityProvider {
  lie(lie: Lie): void;
  /** Lets "ada" in without a question: the address that leads back. */
  answer(url: string): Promise<URL>;
  /** Whether the last exchange proved that it began with this challenge. */
  verifierMatches(challenge: string): boolean;
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function tokenOf(claims: object, key: KeyObject | null): string {
  const header = key ? { alg: "RS256", kid: "one" } : { alg: "none" };
  const signed = `${base64(header)}.${base64(claims)}`;
  return `${signed}.${key ? sign("sha256", Buffer.from(signed), key).toString("base64url") : ""}`;
}

/** A provider that says whatever a test wants: discovery, keys, token and userinfo, nothing else. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const clientId = "aufwind";
  let lie: Lie = {};
  let nonce = "";
  let verifier = "";

  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const answer = (value: object) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
    switch (request.url) {
      case "/.well-known/openid-configuration":
        return answer({
          issuer: lie.configuredIssuer ?? issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/me`,
          jwks_uri: `${issuer}/jwks`,
        });
      case "/jwks": {
        const key = own.publicKey.export({ format: "jwk" });
        return answer({ keys: [{ ...key, kid: "one", alg: "RS256", use: "sig" }] });
      }
      case "/me":
        return answer({ sub: "ada", name: "Ada", ...lie.userinfo });
      case "/token": {
        verifier = new URLSearchParams(body).get("code_verifier") ?? "";
        const now = Math.floor(Date.now() / 1000);
        const iss = lie.configuredIssuer ?? issuer;
        const claims = { iss, sub: "ada", aud: clientId, nonce, iat: now, exp: now + 60 };
        const key = lie.foreignKey ? foreign.privateKey : own.privateKey;
        const token = tokenOf({ ...claims, ...lie.claims }, lie.unsigned ? null : key);
        const tokens = { access_token: "any", token_type: "Bearer" };
        return answer(lie.noIdToken ? tokens : { ...tokens, id_token: token });
      }
      default:
        return response.writeHead(404).end();
    }
  });
  const issuer = await listen(server);

  return {
    issuer,
    clientId,
    clientSecret: "known to everybody",
    lie(next) {
      lie = next;
    },
    async answer(url) {
      const asked = new URL(url).searchParams;
      nonce = asked.get("nonce") ?? "";
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.searchParams.set("code", "any");
      back.searchParams.set("state", asked.get("state") ?? "");
      return back;
    },
    verifierMatches: (challenge) =>
      createHash("sha256").update(verifier).digest("base64url") === challenge,
    close: () => close(server),
  };
}
