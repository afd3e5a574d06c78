"use client";

import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { handedView, hear, tell } from "@/app/preview/handed-view";
import { PreviewScreen, type PreviewScreenProps } from "@/app/preview/preview-screen";

/**
 * Shows what the page around this frame hands it, and the newest of it; a title alone where there is no such page. The
 * screens would lead the focus to what is new on them: it belongs to whoever is typing on the page around.
 */
export function HandedPreview() {
  const t = useTranslations("catalogue");
  const [shown, setShown] = useState<PreviewScreenProps | null>(null);
  useEffect(() => {
    const stop = hear(
      () => window.parent,
      (message) => {
        const read = handedView.safeParse(message);
        if (!read.success) return;
        setShown((before) => ({ ...read.data, room: (before?.room ?? 0) + 1 }));
      },
    );
    tell(window.parent, { asksForView: true });
    return stop;
  }, []);
  if (!shown) return <h1 className="sr-only">{t("preview")}</h1>;
  return (
    <div className="contents" inert>
      <PreviewScreen {...shown} />
    </div>
  );
}
