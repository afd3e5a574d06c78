import { startNode } from "@/server/testing/workshop";

/** A node in a process of its own, to be killed: prints its port once it listens. */
const databaseUrl = process.env.DATABASE_URL;
const secret = process.env.NEXTAUTH_SECRET;
if (!databaseUrl || !secret) throw new Error("DATABASE_URL and NEXTAUTH_SECRET are needed");
const node = await startNode(databaseUrl, secret);
process.stdout.write(`listening ${node.port}\n`);
