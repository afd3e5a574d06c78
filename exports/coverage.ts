/** Tables of a TrueType file that map characters to glyphs, by how they are written: the only two in use today. */
const SEGMENTS = 4;
const GROUPS = 12;

/** Which code points a TrueType font has a glyph for, from its `cmap`. Throws a `RangeError` where it is no font. */
export function coverageOf(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const cmap = offsetOf(font, "cmap");
  const tables = font.readUInt16BE(cmap + 2);
  for (let at = 0; at < tables; at++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === SEGMENTS) addSegments(font, table, covered);
    if (format === GROUPS) addGroups(font, table, covered);
  }
  return covered;
}

function offsetOf(font: Buffer, name: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 0; at < tables; at++) {
    const entry = 12 + at * 16;
    if (font.toString("latin1", entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new RangeError(`The font has no table ${name}`);
}

/** Segments of code points up to U+FFFF, each with a difference to its glyphs or a list of them. */
function addSegments(font: Buffer, table: number, covered: Set<number>): void {
  const bytes = font.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let at = 0; at < bytes; at += 2) {
    const [first, last] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    const offset = font.readUInt16BE(offsets + at);
    const delta = font.readUInt16BE(deltas + at);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed =
        offset === 0 ? code : font.readUInt16BE(offsets + at + offset + (code - first) * 2);
      const hasGlyph = offset === 0 ? ((code + delta) & 0xffff) !== 0 : listed !== 0;
      if (hasGlyph) covered.add(code);
    }
  }
}

/** Groups of code points of any size, each with the glyph of its first. */
function addGroups(font: Buffer, table: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(table + 12);
  for (let at = 0; at < groups; at++) {
    const group = table + 16 + at * 12;
    const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    const glyph = font.readUInt32BE(group + 8);
    for (let code = first; code <= last; code++) {
      if (glyph + code - first !== 0) covered.add(code);
    }
  }
}
