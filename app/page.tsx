import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { buttonClass } from "@/lib/ui/button";
import {
  ChairsGlyph,
  DoorGlyph,
  LockGlyph,
  SceneUpdraft,
  SealedGlyph,
} from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";
import { JoinBox } from "@/lib/ui/join-box";
import { OnThisDevice } from "@/lib/ui/phone/on-this-device";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

/** The way in: the code for participants, and for facilitators what this is and the sign-in. */
export default function LandingPage() {
  const t = useTranslations("pages.landing");
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader>
        <p className="flex items-center gap-3 text-base">
          <span className="text-ink-2 max-sm:sr-only">{t("facilitators")}</span>
          <a className={`${buttonClass("quiet", "phone")} -me-3 text-base!`} href="/sign-in">
            {t("signIn")}
          </a>
        </p>
      </SiteHeader>
      <main className="site-width max-lg:max-w-[38rem]! grid flex-1 content-start items-center gap-x-16 gap-y-4 pb-8 lg:content-center lg:py-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
        <div className="flex flex-col gap-3 self-end lg:gap-4 xl:ps-16">
          <SceneUpdraft className="w-[216px] max-lg:mx-auto short:hidden lg:mb-2 lg:w-[352px]" />
          <h1 className="text-balance font-medium font-serif text-3xl max-sm:short:text-2xl lg:text-4xl">
            {t("title")}
          </h1>
          <p className="text-ink-2 text-lg max-lg:hidden">{t("lead")}</p>
        </div>
        {/* Hung from its top: what the device adds below the field moves neither field nor button. */}
        <section className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4 lg:col-start-2 lg:row-span-2 lg:mt-16 lg:self-start lg:p-6">
          <JoinBox autoFocus />
          <OnThisDevice />
          <p className="text-base text-ink-2 lg:hidden">{t("lead")}</p>
          <ul className="flex flex-col gap-2 border-line border-t pt-4 text-base">
            <Fact glyph={LockGlyph} text={t("noAccount")} />
            <Fact glyph={SealedGlyph} text={t("sealed")} />
            <Fact glyph={DoorGlyph} text={t("skip")} />
          </ul>
        </section>
        <p className="measure flex items-start gap-3 self-start pt-2 text-base text-ink-2 lg:col-start-1 lg:row-start-2 xl:ms-16">
          <ChairsGlyph className="text-accent" />
          {t("forFacilitators")}
        </p>
      </main>
      <SiteFooter />
    </div>
  );
}

/** One of the things that somebody with a code may want to know first. */
function Fact({ glyph: Glyph, text }: { glyph: ComponentType<GlyphProps>; text: string }) {
  return (
    <li className="flex items-center gap-3">
      <Glyph className="size-5 text-accent" />
      {text}
    </li>
  );
}
