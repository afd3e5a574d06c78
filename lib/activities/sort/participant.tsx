"use client";

import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { ItemsScreen } from "@/lib/activities/sort/participant-items";
import { PlaceScreen } from "@/lib/activities/sort/participant-place";
import { ResultScreen } from "@/lib/activities/sort/participant-result";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { sortScreens } from "@/lib/activities/sort/screens";

/** What is placed, placing it, and how the room placed it. */
export function SortScreen(props: Shown<SortSettings, SortRecord>) {
  if (props.phase === "items") return <ItemsScreen {...props} />;
  return props.phase === "place" ? <PlaceScreen {...props} /> : <ResultScreen {...props} />;
}

export const sortOnPhone = defineOnPhone(sortScreens, SortScreen);
