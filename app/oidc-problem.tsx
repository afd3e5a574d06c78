import { getTranslations } from "next-intl/server";
import { Notice } from "@/lib/ui/notice";
import { running } from "@/server/running-server";

const PROBLEMS = {
  provider: "problemProvider",
  unknown: "problemUnknown",
  taken: "problemTaken",
  noEmail: "problemNoEmail",
  link: "problemLink",
  busy: "problemBusy",
} as const;

function isProblem(text: unknown): text is keyof typeof PROBLEMS {
  return typeof text === "string" && Object.hasOwn(PROBLEMS, text);
}

/** Why coming back from the organisation's sign-in opened nothing. */
export async function OidcProblem({ problem }: { problem: unknown }) {
  const t = await getTranslations("auth");
  const { oidc } = running().auth;
  if (!oidc || !isProblem(problem)) return null;
  return (
    <div role="alert">
      <Notice tone="problem">{t(PROBLEMS[problem], { label: oidc.label })}</Notice>
    </div>
  );
}
