import { useTranslations } from "next-intl";
import { buttonClass } from "@/lib/ui/button";
import { ScenePath } from "@/lib/ui/drawn/drawings";
import { QuietPage } from "@/lib/ui/quiet-page";

export default function NotFound() {
  const t = useTranslations();
  return (
    <QuietPage
      scene={<ScenePath />}
      text={t("pages.notFoundText")}
      title={t("pages.notFoundTitle")}
    >
      <a className={buttonClass("primary", "phone")} href="/">
        {t("common.toStart")}
      </a>
    </QuietPage>
  );
}
