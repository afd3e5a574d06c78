import { useTranslations } from "next-intl";
import { OfflineGlyph } from "@/lib/ui/drawn/drawings";

export interface ConnectionLineProps {
  online: boolean;
  /** What is safe to say here: with an editor that the text is kept, else that we are looking. */
  about?: "text" | "page";
}

/** The ochre line while there is no connection. The live region is always there, or nobody hears it. */
export function ConnectionLine({ online, about = "text" }: ConnectionLineProps) {
  const t = useTranslations();
  return (
    <div role="status">
      {online ? null : (
        <p className="mt-4 flex items-center gap-2 rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">
          <OfflineGlyph />
          {about === "text" ? t("phone.offline") : t("common.searching")}
        </p>
      )}
    </div>
  );
}
