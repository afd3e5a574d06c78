/** What every document of ours says of its window, whoever makes it: Next, or the bundle of phones. */

/** Of each theme the ground of a page, for what the browser puts around it. */
export const THEME_COLOURS = [
  { media: "(prefers-color-scheme: light)", color: "#FAF7F1" },
  { media: "(prefers-color-scheme: dark)", color: "#1A1816" },
];

/** Also below a notch; and an open keyboard leaves a smaller window instead of covering it. */
export const VIEWPORT =
  "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content";
