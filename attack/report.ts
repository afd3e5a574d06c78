/** What a suite has counted, and what it found wrong. */
export interface Figures {
  figures: Readonly<Record<string, string | number>>[];
  defects: string[];
}

/** What every suite prints: its figures as a table, then each defect. Any defect fails the program. */
export function report(
  suite: string,
  figures: readonly Readonly<Record<string, string | number>>[],
  defects: readonly string[],
): void {
  console.log(`\n${suite}`);
  console.table(figures);
  for (const defect of defects) console.log(`DEFECT ${defect}`);
  console.log(defects.length === 0 ? "No defect found." : `${defects.length} defects found.`);
  if (defects.length > 0) process.exitCode = 1;
}
