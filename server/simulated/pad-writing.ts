import type { PadWriting } from "@/lib/activities/simulation";
import type { OpenAnswer, OpenFrame, UpdateAnswer, UpdateFrame } from "@/lib/documents/wire";

/** What a phone sends about documents. */
export interface DocumentLine {
  open(frame: OpenFrame): Promise<OpenAnswer>;
  update(frame: UpdateFrame): Promise<UpdateAnswer>;
}

/**
 * Writes a person's entries into whichever of these pads takes them, as their phone would: in one update, under a number
 * that the server gave. What is there already isn't written twice. Where none of them takes it, nothing happens.
 */
export async function writePad(
  line: DocumentLine,
  activity: string,
  { anyOf, entries }: PadWriting,
): Promise<void> {
  // Loaded where there is a pad, as everything that holds documents.
  const [Y, { enterAgain }] = await Promise.all([
    import("yjs"),
    import("@/lib/documents/pad-changes"),
  ]);
  for (const name of anyOf) {
    const opened = await line.open({ doc: `${activity}/${name}` });
    if (!opened.ok || opened.writer === null) continue;
    const doc = new Y.Doc();
    doc.clientID = opened.writer.client;
    Y.applyUpdate(doc, Buffer.from(opened.u, "base64"));
    const before = Y.encodeStateVector(doc);
    enterAgain(
      doc,
      entries.map(({ column, text }) => ({ column, before: null, after: text })),
    );
    const update = Y.encodeStateAsUpdate(doc, before);
    const isNew = Buffer.compare(Y.encodeStateVector(doc), before) !== 0;
    doc.destroy();
    if (isNew) {
      const u = Buffer.from(update).toString("base64");
      await line.update({ doc: `${activity}/${name}`, epoch: opened.epoch, n: 1, u });
    }
    return;
  }
}
