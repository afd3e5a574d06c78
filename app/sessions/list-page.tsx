import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A page beside the list of sessions: the way back, its title, what it is about. */
export function ListPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const t = useTranslations("auth");
  return (
    <main className="mx-auto flex w-full max-w-[1040px] flex-1 flex-col gap-6 px-5 py-6">
      <div className="flex flex-col gap-2">
        <a
          className="inline-flex min-h-12 items-center self-start text-accent underline underline-offset-4"
          href="/sessions"
        >
          {t("home")}
        </a>
        <h1 className="text-balance font-medium font-serif text-2xl">{title}</h1>
        <p className="measure text-lg text-ink-2">{lead}</p>
      </div>
      {children}
    </main>
  );
}
