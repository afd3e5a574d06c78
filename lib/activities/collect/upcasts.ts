import { withoutTags } from "@/lib/activities/card-upcasts";
import type { KindUpcasts } from "@/lib/session/upcast";

/** From version to version of what is stored of this kind. */
export const collectUpcasts: KindUpcasts = { settings: [], events: [withoutTags] };
