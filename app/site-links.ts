/** A link that the operator configured; anything but a web address counts as none. */
function webAddress(value: string | undefined): string | null {
  if (!value || !URL.canParse(value)) return null;
  return ["http:", "https:"].includes(new URL(value).protocol) ? value : null;
}

/** Where the operator's own imprint and privacy notice are, when they live elsewhere. */
export function siteLinks() {
  return {
    imprint: webAddress(process.env.IMPRINT_URL),
    privacy: webAddress(process.env.PRIVACY_URL),
  };
}
