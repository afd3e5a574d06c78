"use client";

import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { DownloadState } from "@/app/download-state";
import { Boards, boardFileName, useBoardImages } from "@/app/sessions/[id]/stage-pictures/boards";
import { BackLink } from "@/app/sessions/back-link";
import "@/app/sessions/[id]/stage-pictures/print.css";
import { usePicturesZip } from "@/app/sessions/[id]/stage-pictures/use-pictures-zip";
import { canShow } from "@/lib/activities/screens";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { StagePictures } from "@/lib/session/stage-pictures";
import type { SessionView } from "@/lib/session/view-schema";
import { StageScreen } from "@/lib/stage/stage-screen";
import { Button } from "@/lib/ui/button";

export interface PicturesProps {
  /** Where the summary is. */
  back: string;
  /** What files begin with. */
  fileName: string;
  views: StagePictures;
}

/** The stage's own screens over what they showed, each page of them one picture and one sheet of paper. */
export function Pictures({ back, fileName, views }: PicturesProps) {
  const t = useTranslations("summary");
  // What was struck may have been a word that the screen goes by.
  const shown = useMemo(() => views.filter(canShow), [views]);
  const boards = useBoardImages(shown);
  const list = useRef<HTMLOListElement>(null);
  const { attempt, make, giveUp } = usePicturesZip();

  const zip = () => {
    const found = list.current?.querySelectorAll<HTMLElement>("[data-stage-picture]") ?? [];
    const digits = String(found.length).length;
    void make(fileName, [
      ...[...found].map((element, at) => ({
        name: `${fileName}-${String(at + 1).padStart(digits, "0")}`,
        element,
      })),
      ...boards.map(({ svg }, at) => ({ name: boardFileName(fileName, at), svg })),
    ]);
  };

  return (
    <main className="site-width flex flex-1 flex-col gap-6 py-6 md:pb-10 print:m-0 print:block print:max-w-none print:p-0">
      <header className="flex flex-col gap-2 print:hidden">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <BackLink href={back}>{t("title")}</BackLink>
          {shown.length === 0 ? null : (
            <div className="flex flex-wrap gap-3">
              <Button onClick={() => window.print()} size="console">
                <Printer aria-hidden size={20} strokeWidth={1.75} />
                {t("stagePicturesPrint")}
              </Button>
              <Button busy={attempt?.is === "making"} kind="primary" onClick={zip} size="console">
                <Download aria-hidden size={20} strokeWidth={1.75} />
                {t("stagePicturesZip")}
              </Button>
            </div>
          )}
        </div>
        <h1 className="font-medium font-serif text-3xl">{t("stagePictures")}</h1>
        <p className="measure text-ink-2">
          {t(shown.length === 0 ? "stagePicturesNone" : "stagePicturesWhat")}
        </p>
        <DownloadState
          attempt={attempt}
          onGiveUp={giveUp}
          say={({ is }) => t(is === "failed" ? "picturesFailed" : "picturesMaking")}
        />
      </header>
      <ol className="flex flex-col gap-8 print:block" ref={list}>
        {shown.map((view, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pictures have no identity but their place
          <PagesOf key={at} n={at + 1} total={shown.length} view={view} />
        ))}
      </ol>
      <Boards fileName={fileName} images={boards} />
    </main>
  );
}

/** All pages that the facilitator could turn to. */
function PagesOf({ view, n, total }: { view: SessionView; n: number; total: number }) {
  const [pages, setPages] = useState(1);
  // Each page is told of all; no picture has fewer than one.
  const tell = useCallback((told: number) => setPages(Math.max(1, told)), []);
  return Array.from({ length: pages }, (_, page) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pages are their numbers
    <Picture key={page} n={n} onPages={tell} page={page} total={total} view={view} />
  ));
}

function Picture({
  view,
  page,
  n,
  total,
  onPages,
}: {
  view: SessionView;
  page: number;
  n: number;
  total: number;
  onPages: (pages: number) => void;
}) {
  const t = useTranslations("summary");
  const { textOf } = usePlanWords(view.session.address);
  const title = view.planned ? textOf(view.planned.title) : "";
  return (
    <li>
      <figure aria-label={t("stagePicture", { title, n, total })}>
        <div
          className="aspect-video w-full overflow-hidden rounded-card border border-line print:rounded-none print:border-0"
          data-stage-picture
        >
          <StageScreen
            code={null}
            joinAddress=""
            joinUrl={null}
            onPages={onPages}
            view={view.stage ? { ...view, stage: { ...view.stage, page } } : view}
          />
        </div>
      </figure>
    </li>
  );
}
