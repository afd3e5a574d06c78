import { ChevronDown } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  limits,
  type PromiseKey,
  type Proof,
  promises,
  sections,
} from "@/app/how-anonymous/promises";
import { TextPage } from "@/lib/ui/text-page";
import { running } from "@/server/running-server";

const LIMITS_ID = "limits";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("howAnonymous") };
}

/** The promises in plain words, each with its tests, and as plainly what can't be promised. */
export default async function HowAnonymousPage() {
  const t = await getTranslations();
  const { keepDays, databaseUrl } = running().env;
  const elsewhere: PromiseKey =
    databaseUrl === undefined ? "pages.anonDiskGiven" : "pages.anonDisk";
  return (
    <TextPage title={t("common.howAnonymous")}>
      <p className="text-ink-2">
        {t.rich("pages.anonLead", {
          limits: (words) => (
            <a className="text-accent underline underline-offset-4" href={`#${LIMITS_ID}`}>
              {words}
            </a>
          ),
        })}
      </p>
      {sections.map(({ title, promises: keys }) => (
        <section className="flex flex-col gap-2" key={title}>
          <h2>{t(title)}</h2>
          <ul className="flex flex-col">
            {keys
              .filter((key) => key !== elsewhere)
              .map((key) => (
                <li className="border-line border-b pt-3 last:border-b-0" key={key}>
                  <p>{t(key, { days: keepDays })}</p>
                  <Proofs proofs={promises[key]} summary={t("pages.anonProof")} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section className="flex flex-col gap-2" id={LIMITS_ID}>
        <h2>{t("pages.anonLimitsTitle")}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5 marker:text-ink-2">
          {limits.map((limit) => (
            <li key={limit}>{t(limit)}</li>
          ))}
        </ul>
      </section>
      <p className="text-ink-2">{t("pages.anonSource")}</p>
    </TextPage>
  );
}

/** The tests behind a promise. Names stay as they are in the source, whatever the page's language. */
function Proofs({ proofs, summary }: { proofs: readonly Proof[]; summary: string }) {
  return (
    <details className="group">
      <summary className="-mx-2 inline-flex min-h-12 list-none items-center gap-1 px-2 text-base text-ink-2 [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronDown
          aria-hidden
          className="shrink-0 transition-transform group-open:rotate-180"
          size={16}
          strokeWidth={1.75}
        />
      </summary>
      <ul className="mb-4 flex flex-col gap-2 rounded-card bg-sunken px-4 py-3 text-base text-ink-2">
        {proofs.map(({ file, test }) => (
          <li key={`${file} ${test}`}>
            <span lang="en">{test}</span>
            <br />
            <code className="break-words text-sm">{file}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
