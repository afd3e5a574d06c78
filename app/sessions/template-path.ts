/** Where a session like this one is opened; the list for one whose template isn't known. */
export const templatePath = (templateId: string | null): string =>
  templateId === null ? "/sessions" : `/sessions/new/${templateId}`;

/** Where the next meeting of a series is opened, after this session; null where no plan follows. */
export const nextMeetingPath = (templateId: string | null, after: string): string | null =>
  templateId === null ? null : `${templatePath(templateId)}?after=${after}`;

/** Where what remains of the meetings of a series hangs; null for a session of none. */
export const wallPath = (wallId: string | null): string | null =>
  wallId === null ? null : `/sessions/series/${wallId}`;

/** The same as a stage, in this language. */
export const wallStagePath = (wallId: string | null, language: string): string | null =>
  wallId === null ? null : `${wallPath(wallId)}/stage?language=${language}`;
