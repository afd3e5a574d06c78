// hocuspocus as it comes, or with FLUSH_DELAY as a tuned one: everybody's changes of so many ms go out together.
import { Server } from "@hocuspocus/server";

const { PORT, FLUSH_DELAY } = process.env;
const server = new Server({
  port: Number(PORT),
  address: "127.0.0.1",
  quiet: true,
  ...(FLUSH_DELAY ? { flushDelay: Number(FLUSH_DELAY) } : {}),
});
await server.listen();
