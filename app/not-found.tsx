import { useTranslations } from "next-intl";
import { TextPage } from "@/lib/ui/text-page";

export default function NotFound() {
  const t = useTranslations("errors");
  return (
    <TextPage title={t("notFoundTitle")}>
      <p>{t("notFoundText")}</p>
    </TextPage>
  );
}
