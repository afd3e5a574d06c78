// Plain Socket.IO: what one sends, all get. Nothing is checked or kept.
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http);
io.on("connection", (socket) => {
  socket.on("card", (card) => io.emit("card", card));
});
http.listen(Number(process.env.PORT), "127.0.0.1");
