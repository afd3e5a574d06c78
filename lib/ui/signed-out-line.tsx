import { useTranslations } from "next-intl";

/** Not saved, because this browser is signed out by now: where the text is, and what to do. */
export function SignedOutLine() {
  const t = useTranslations("sessions");
  return (
    <p>
      {t.rich("signedOut", {
        // In another tab: on this page the text would be gone.
        link: (words) => (
          <a
            className="underline underline-offset-4"
            href="/sign-in"
            rel="noopener"
            target="_blank"
          >
            {words}
          </a>
        ),
      })}
    </p>
  );
}
