import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DockedMain } from "@/lib/ui/phone/dock";
import { StickyBar } from "@/lib/ui/sticky-bar";

export interface PhoneFrameProps {
  /** Title of the activity, small, top left. */
  title: ReactNode;
  /** Which of several questions is asked here. */
  step?: { n: number; total: number } | undefined;
  /** Which part of the activity this is, beside its title. */
  part?: string | undefined;
  /** Usually a `Clock`, top right. */
  clock?: ReactNode;
  /** A drawing above the prompt, on screens on which nothing is to be done; not in low windows. */
  scene?: ReactNode;
  /** What the prompt is about, above it. */
  lead?: ReactNode;
  /** The one thing to do now: the largest text of the screen; left out where what is below says it. */
  prompt?: ReactNode;
  hint?: ReactNode;
  children?: ReactNode;
  /** Between title and prompt, for `ConnectionLine`; it brings its own margin. */
  notice?: ReactNode;
  /** Left out where there is nothing to skip or watch. */
  onSkip?: () => void;
  onWatch?: () => void;
  onHelp?: () => void;
  /** What else one can do from here, at the end of the footer. */
  ways?: readonly Way[];
}

/** Something in the footer: an action, or the way to another page. */
export type Way = { name: string } & ({ go: () => void } | { href: string });

const WAY = "min-h-12 min-w-12 rounded-control px-2 font-semibold text-accent text-base";

/** The one frame of every participant screen. */
export function PhoneFrame({
  title,
  step,
  part,
  clock,
  scene,
  lead,
  prompt,
  hint,
  children,
  notice,
  onSkip,
  onWatch,
  onHelp,
  ways: others = [],
}: PhoneFrameProps) {
  const t = useTranslations("phone");
  const ways: Way[] = [
    ...(onSkip ? [{ name: t("skip"), go: onSkip }] : []),
    ...(onWatch ? [{ name: t("watch"), go: onWatch }] : []),
    ...(onHelp ? [{ name: t("help"), go: onHelp }] : []),
    ...others,
  ];
  const where = step ? t("step", step) : part;
  const heading = (
    <>
      <span>{title}</span>
      {where === undefined ? null : <span>{` · ${where}`}</span>}
    </>
  );
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[560px] flex-col text-lg">
      <header className="flex items-baseline justify-between gap-4 px-4 pt-3 text-base">
        {prompt === undefined ? (
          <h1 className="text-ink-2 outline-none" tabIndex={-1}>
            {heading}
          </h1>
        ) : (
          <p className="text-ink-2">{heading}</p>
        )}
        {clock}
      </header>
      {/* Outside the column's gaps: a live region stays in the page while it is empty. */}
      {notice ? <div className="px-4">{notice}</div> : null}
      <DockedMain>
        <div className="flex flex-1 flex-col gap-4 px-4 pt-4 pb-6 short:gap-3 short:pt-3">
          {scene ? <div className="mx-auto w-full max-w-[340px] short:hidden">{scene}</div> : null}
          {lead}
          {prompt === undefined ? null : (
            <div className="flex flex-col gap-2">
              <h1
                className="text-pretty font-medium font-serif text-2xl outline-none"
                tabIndex={-1}
              >
                {prompt}
              </h1>
              {hint ? <div className="text-base text-ink-2">{hint}</div> : null}
            </div>
          )}
          {children}
        </div>
      </DockedMain>
      {ways.length === 0 ? null : (
        <StickyBar
          // In a low window, as at 400 %, it stands at the end instead of covering what is read.
          className="tall:sticky bottom-0 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)]"
          edge="bottom"
        >
          <nav aria-label={t("footer")}>
            <ul className="flex justify-between gap-1 px-2 py-0.5">
              {ways.map((way) => (
                // An action stands where it does with others beside it, at the end; a way to another page at the start.
                <li className={"go" in way ? "only:ms-auto" : undefined} key={way.name}>
                  {"go" in way ? (
                    <button className={WAY} onClick={way.go} type="button">
                      {way.name}
                    </button>
                  ) : (
                    <a className={`${WAY} inline-flex items-center`} href={way.href}>
                      {way.name}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        </StickyBar>
      )}
    </div>
  );
}
