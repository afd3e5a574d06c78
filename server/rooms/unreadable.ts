/**
 * What is stored of a session does not read: its plan or an event of its log was written by another
 * version, or is damaged. A version that reads it opens the session; its terms run on (decision 0024).
 */
export class UnreadableSession extends Error {
  override name = "UnreadableSession";
}
