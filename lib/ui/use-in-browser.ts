import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Whether this runs in the browser for good: false on the server and while its page comes to life. For what
 * only the device knows, such as its time zone.
 */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
