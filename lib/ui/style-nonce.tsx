"use client";

import { useState } from "react";

/**
 * React Aria gives its one style element this nonce. It is the document's for as long as the document
 * lasts: rendered anew after an action, the frame of all pages brings another request's nonce, which the
 * policy that came with the document does not know.
 */
export function StyleNonce({ nonce }: { nonce: string }) {
  const [ofTheDocument] = useState(nonce);
  return <meta nonce={ofTheDocument} property="csp-nonce" />;
}
