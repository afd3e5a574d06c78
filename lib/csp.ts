export interface PolicyInput {
  nonce: string;
  /** The Host header; older Safari does not count WebSockets to the same host as `'self'`. */
  host: string | null;
  /** Our own pages may frame this one (plan editor, stage thumbnail). */
  framedByUs: boolean;
  development: boolean;
}

/** Host names and addresses with a port; anything else could smuggle in a directive. */
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/**
 * The content security policy of one page. There is no `upgrade-insecure-requests`: in a seminar
 * room the pages come over plain http.
 */
export function contentSecurityPolicy({ nonce, host, framedByUs, development }: PolicyInput) {
  const sockets = host !== null && PLAIN_HOST.test(host) ? ` ws://${host} wss://${host}` : "";
  const directives = {
    "default-src": "'self'",
    // React's development build rebuilds call stacks with eval.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Hot reload inserts style elements without a nonce.
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": `'self'${sockets}`,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": framedByUs ? "'self'" : "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** Whether a path is one of the previews that our own pages show in a frame. */
export function isPreview(path: string): boolean {
  return path.startsWith("/preview/") || path.endsWith("/preview");
}
