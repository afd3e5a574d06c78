import type { ManagerOptions, Socket, SocketOptions } from "socket.io-client";

/** What makes a socket of one page. */
export type Io = (options: Partial<ManagerOptions & SocketOptions>) => Socket;

/** Loaded late: nobody needs it before the first paint. Whoever will connect soon may ask for it beforehand. */
export const loadSocketIo = (): Promise<{ io: Io }> => import("@/lib/client/socket-io-client");
