// Yjs over Socket.IO, with the server's own defaults.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { YSocketIO } from "y-socket.io/dist/server";

const http = createServer();
new YSocketIO(new Server(http)).initialize();
http.listen(Number(process.env.PORT), "127.0.0.1");
