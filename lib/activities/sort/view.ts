import type { KindView, ViewInput } from "@/lib/activities/contract";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortData } from "@/lib/activities/sort/rules";
import type { SortSettings } from "@/lib/activities/sort/schema";

/** The one result, only after the close, the same for everybody. */
export function sortView({ data: { result } }: ViewInput<SortSettings, SortData>): KindView {
  const record: SortRecord = { result };
  return { record };
}
