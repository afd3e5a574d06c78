// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import type { PlanTemplate } from "@/lib/session/plan-template";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { notOnlyMe } from "@/lib/workshops/not-only-me";
import { otherChairs } from "@/lib/workshops/other-chairs";
import { series1 } from "@/lib/workshops/series-1";
import { series2 } from "@/lib/workshops/series-2";
import { series3 } from "@/lib/workshops/series-3";
import { series4 } from "@/lib/workshops/series-4";
import { setbackLab } from "@/lib/workshops/setback-lab";

/** Every ready-made workshop. */
export const workshops: readonly PlanTemplate[] = [
  firstAidAfterANo,
  notOnlyMe,
  otherChairs,
  series1,
  series2,
  series3,
  series4,
  setbackLab,
];
