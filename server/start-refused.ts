/**
 * A start that can't go on for a reason the operator can mend. Its message is the one line which
 * the terminal shows, without a stack.
 */
export class StartRefused extends Error {
  override name = "StartRefused";
}
