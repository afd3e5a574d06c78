/**
 * What is stored of a session does not read: its plan or an event of its log was written by another
 * version, or is damaged. Nothing is changed by it, and a version that reads it opens the session.
 */
export class UnreadableSession extends Error {
  override name = "UnreadableSession";
}
