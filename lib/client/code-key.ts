/** Where a device remembers which session a code led to. It goes with what the device keeps of the session. */
export const codeKeyOf = (code: string): string => `code/${code}`;
