/** Where a session like this one is opened; the list for one whose template isn't known. */
export const templatePath = (templateId: string | null): string =>
  templateId === null ? "/sessions" : `/sessions/new/${templateId}`;
