/** Where a session like this one is opened; the list for one whose template isn't known. */
export const templatePath = (templateId: string | null): string =>
  templateId === null ? "/sessions" : `/sessions/new/${templateId}`;

/** Where the next meeting of a series is opened, after this session; null where no plan follows. */
export const nextMeetingPath = (templateId: string | null, after: string): string | null =>
  templateId === null ? null : `${templatePath(templateId)}?after=${after}`;
