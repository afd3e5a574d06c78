import { kindsSie } from "@/lib/activities/sie-registry";
import deSie from "@/lib/i18n/messages/de-sie.json";

/** The German texts that address somebody, as they are with Sie; laid over those with du. */
export const sie = { ...deSie, kinds: kindsSie };
