// The server that comes with y-websocket, which takes HOST and PORT from the environment. It is no export.
import "../node_modules/y-websocket/bin/server.cjs";
