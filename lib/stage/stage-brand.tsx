import { useTranslations } from "next-intl";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";

/** The name of the product, where a session begins and where it ends. */
export function StageBrand() {
  const t = useTranslations("common");
  return (
    <p className="flex items-center gap-[calc(1*var(--u))] font-medium font-serif text-ink text-stage-label">
      <UpdraftGlyph className="size-[1.2em]! text-accent" />
      {t("appName")}
    </p>
  );
}
