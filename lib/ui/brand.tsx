import { useTranslations } from "next-intl";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";

/** The name of the product beside its mark, and the way to where one begins. */
export function Brand({ href }: { href: string }) {
  const t = useTranslations("common");
  return (
    <a
      className="inline-flex min-h-12 items-center gap-2 font-medium font-serif text-2xl text-ink"
      href={href}
    >
      <UpdraftGlyph className="text-accent" />
      {t("appName")}
    </a>
  );
}
