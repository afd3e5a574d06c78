/** Files of text, which are made within a request, in the order in which they are offered. */
export const textFormatNames = ["markdown", "csv", "json"] as const;

export type TextFormatName = (typeof textFormatNames)[number];

/** The days that a summary names, for calendars; offered where it names one. */
export const CALENDAR_FORMAT = "ics";

/** Files that a process of its own makes (docs/decisions/0101). */
export const madeFormats = {
  pdf: { extension: "pdf", media: "application/pdf" },
  docx: {
    extension: "docx",
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  pptx: {
    extension: "pptx",
    media: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
} as const;

export type MadeFormatName = keyof typeof madeFormats;

/** In the order in which they are offered. */
export const madeFormatNames = ["pdf", "docx", "pptx"] as const satisfies MadeFormatName[];

export const isMadeFormat = (name: string): name is MadeFormatName =>
  Object.hasOwn(madeFormats, name);
