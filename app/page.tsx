import { useTranslations } from "next-intl";
import { buttonClass } from "@/lib/ui/button";
import { SceneUpdraft } from "@/lib/ui/drawn/drawings";
import { JoinBox } from "@/lib/ui/join-box";
import { OnThisDevice } from "@/lib/ui/phone/on-this-device";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

/** The way in: the code for participants, quietly beside it the sign-in for facilitators. */
export default function LandingPage() {
  const t = useTranslations("landing");
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader>
        <p className="flex items-center gap-1 text-base">
          <span className="text-ink-2 max-sm:sr-only">{t("facilitators")}</span>
          <a className={`${buttonClass("quiet", "phone")} -me-3`} href="/sign-in">
            {t("signIn")}
          </a>
        </p>
      </SiteHeader>
      <main className="mx-auto grid w-full max-w-[1040px] flex-1 content-center items-center gap-x-16 gap-y-6 px-5 py-6 md:py-8 md:grid-cols-[minmax(0,1fr)_400px]">
        <div className="flex flex-col gap-4">
          <SceneUpdraft className="w-[200px] [@media(max-height:640px)]:hidden md:w-[320px]" />
          <h1 className="text-balance font-medium font-serif text-2xl md:text-3xl">{t("title")}</h1>
          <p className="measure text-ink-2 text-lg max-md:hidden">{t("lead")}</p>
        </div>
        <section className="flex flex-col gap-3 rounded-card border border-line bg-surface p-5 md:p-6">
          <OnThisDevice />
          <JoinBox autoFocus />
          <p className="text-base text-ink-2">
            <span className="md:hidden">{t("lead")} </span>
            {t("noAccount")}
          </p>
        </section>
      </main>
      <SiteFooter />
    </div>
  );
}
