// Plain ws: what one sends, all get. Nothing is checked or kept.
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1" });
server.on("connection", (socket) => {
  socket.on("message", (data) => {
    const text = data.toString();
    if (text === "hello") return socket.send(text);
    for (const client of server.clients) client.send(text);
  });
});
