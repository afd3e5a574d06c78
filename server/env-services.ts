import { StartRefused } from "@/server/start-refused";

/** The variables that connect an installation with other services and pages. */
export interface ServiceVariables {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  OIDC_ISSUER?: string | undefined;
  OIDC_CLIENT_ID?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_LABEL?: string | undefined;
  IMPRINT_URL?: string | undefined;
  PRIVACY_URL?: string | undefined;
  ACCESSIBILITY_URL?: string | undefined;
}

/** How e-mail leaves the house. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  url: string;
  from: string;
}

/** The organisation's own sign-in. */
export interface OidcSettings {
  /** Exactly as the provider calls itself. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says after "Sign in with". */
  label: string;
}

/** Pages of the operator's that the footer leads to. */
export interface SiteLinks {
  imprint: string | null;
  privacy: string | null;
  accessibility: string | null;
}

export interface Services {
  mail: MailSettings | null;
  oidc: OidcSettings | null;
  siteLinks: SiteLinks;
}

/** "a@b" or "Name <a@b>". */
const SENDER = /^(?:[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/;

/** Hosts that never leave this machine, where encryption protects nothing. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}

function parsed(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function mailSettings(given: ServiceVariables, publicUrl: string | undefined): MailSettings | null {
  const { SMTP_URL, MAIL_FROM } = given;
  if (!SMTP_URL && !MAIL_FROM) return null;
  const url = parsed(SMTP_URL ?? "");
  if (!SMTP_URL || !url || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") {
    throw new StartRefused("SMTP_URL must look like smtp://user:password@mail.example.org:587.");
  }
  if (!MAIL_FROM || !SENDER.test(MAIL_FROM)) {
    throw new StartRefused("MAIL_FROM must be an address such as Aufwind <aufwind@example.org>.");
  }
  if (!publicUrl) {
    throw new StartRefused("SMTP_URL needs PUBLIC_URL: links in e-mails have to lead somewhere.");
  }
  return { url: SMTP_URL, from: MAIL_FROM };
}

function oidcSettings(given: ServiceVariables, publicUrl: string | undefined): OidcSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL } = given;
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return null;
  const issuer = parsed(OIDC_ISSUER ?? "");
  const safe =
    issuer?.protocol === "https:" || (issuer?.protocol === "http:" && isLoopback(issuer.hostname));
  if (!OIDC_ISSUER || !issuer || !safe || issuer.search || issuer.hash) {
    throw new StartRefused(
      "OIDC_ISSUER must be the https address by which the identity provider calls itself.",
    );
  }
  if (!OIDC_CLIENT_ID) throw new StartRefused("OIDC_CLIENT_ID is missing: OIDC_ISSUER is set.");
  if (!OIDC_CLIENT_SECRET) {
    throw new StartRefused("OIDC_CLIENT_SECRET is missing: OIDC_ISSUER is set.");
  }
  if (!publicUrl) {
    throw new StartRefused("OIDC_ISSUER needs PUBLIC_URL: the provider sends people back to it.");
  }
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    label: OIDC_LABEL ?? issuer.hostname,
  };
}

function pageLink(name: string, value: string | undefined): string | null {
  if (!value) return null;
  if (!["http:", "https:"].includes(parsed(value)?.protocol ?? "")) {
    throw new StartRefused(`${name} must be a web address such as https://example.org/page.`);
  }
  return value;
}

/**
 * Reads and checks what connects this installation with others. Throws `StartRefused` with one line
 * that names the setting; secrets in it are never repeated.
 */
export function readServices(given: ServiceVariables, publicUrl: string | undefined): Services {
  return {
    mail: mailSettings(given, publicUrl),
    oidc: oidcSettings(given, publicUrl),
    siteLinks: {
      imprint: pageLink("IMPRINT_URL", given.IMPRINT_URL),
      privacy: pageLink("PRIVACY_URL", given.PRIVACY_URL),
      accessibility: pageLink("ACCESSIBILITY_URL", given.ACCESSIBILITY_URL),
    },
  };
}
