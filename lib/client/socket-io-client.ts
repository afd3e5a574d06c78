// In a module of its own: `import()` of the package would bring all that it exports.
export { io } from "socket.io-client";
