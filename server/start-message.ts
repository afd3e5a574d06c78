import type { Booted } from "@/server/boot";

/** What the terminal says after the start: where to go, and what to do next. */
export async function startMessage({ network, server }: Booted): Promise<string[]> {
  const lines = ["", "  Aufwind is running.", ""];
  if (!network.isLan) {
    lines.push(`  Open          ${network.localUrl}`);
  } else {
    lines.push(`  On this machine   ${network.localUrl}`);
    const phones = network.addresses();
    const port = new URL(network.localUrl).port;
    for (const { name, address } of phones) {
      const label = address === phones[0]?.address ? "For phones       " : "or               ";
      lines.push(`  ${label} http://${address}${port ? `:${port}` : ""}  (${name})`);
    }
    if (phones.length === 0) lines.push("  No network: phones can't reach this machine.");
  }
  lines.push("");
  if (network.isLan) {
    lines.push(
      "  Plain http: people on the same Wi-Fi could read along. PUBLIC_URL=https://… is better.",
    );
  }
  const setup = await server.accounts.setupLink();
  if (setup) {
    lines.push("", "  Next: make the first account, with this link. It works once.");
    lines.push(`  ${network.localUrl}${setup}`, "");
  }
  lines.push("  Ctrl-C stops it.", "");
  return lines;
}
