import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OidcProblem } from "@/app/oidc-problem";
import { unlinkProvider } from "@/app/sessions/account/actions";
import { Devices } from "@/app/sessions/account/devices";
import {
  DeleteForm,
  EmailForm,
  LinkForm,
  PasswordForm,
  ProfileForm,
} from "@/app/sessions/account/forms";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { ListPage, Part } from "@/app/sessions/list-page";
import { dateFormat } from "@/lib/i18n/dates";
import { buttonClass } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One's own account: what is stored, the ways in, the devices, and the way out. */
export default async function AccountPage({ searchParams }: Props) {
  const { userId, signInId } = await requireFacilitator();
  const { accounts, auth, installation, leaving, mailed, ownAccount } = running();
  const [t, locale, profile, devices, stranding, people, erasedAt, { problem }] = await Promise.all(
    [
      getTranslations(),
      getLocale(),
      ownAccount.profile(userId),
      auth.signIns.listOf(userId),
      leaving.wouldStrand(userId),
      accounts.people(),
      installation.lastErasedAt(),
      searchParams,
    ],
  );
  const { name, email, language, hasPassword, linkedAt, sessions } = profile;
  return (
    <ListPage lead={t("account.lead")} title={t("account.title")}>
      <OidcProblem problem={problem} />
      <Part title={t("account.profile")}>
        <ProfileForm language={language} name={name} />
      </Part>
      <Part lead={t("account.waysInLead")} title={t("account.waysIn")}>
        <Disclosure title={t("account.email")}>
          <div className="flex flex-col gap-4">
            <p className="break-words text-lg">{t("account.emailNow", { email })}</p>
            <EmailForm hasPassword={hasPassword} />
          </div>
        </Disclosure>
        <Disclosure title={t("account.password")}>
          {hasPassword ? (
            <PasswordForm passwordMin={accounts.passwordMin} />
          ) : (
            <p className="text-lg">
              {t("account.passwordNone", { label: auth.oidc?.label ?? "OIDC" })}
              {mailed ? ` ${t("account.passwordNoneMail")}` : null}
            </p>
          )}
        </Disclosure>
        {auth.oidc ? (
          <ProviderLink hasPassword={hasPassword} label={auth.oidc.label} linkedAt={linkedAt} />
        ) : null}
      </Part>
      <Part title={t("account.devices")}>
        <Devices devices={devices} here={signInId} />
      </Part>
      <Part lead={t("account.erasedWhen")} title={t("account.erased")}>
        <p className="text-lg">
          {erasedAt
            ? t("account.erasedAt", {
                date: dateFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(
                  erasedAt,
                ),
              })
            : t("account.erasedNotYet")}
        </p>
      </Part>
      <Part title={t("account.delete")}>
        {stranding ? (
          <OnlyAdmin />
        ) : (
          <>
            <p className="text-lg">{t("account.deleteWhat", { email, n: sessions })}</p>
            {people.length === 1 ? <p className="text-lg">{t("account.deleteOnly")}</p> : null}
            <Disclosure title={t("account.deleteOpen")}>
              <DeleteForm hasPassword={hasPassword} />
            </Disclosure>
          </>
        )}
      </Part>
    </ListPage>
  );
}

interface ProviderLinkProps {
  label: string;
  linkedAt: Date | null;
  hasPassword: boolean;
}

/** Whether the organisation's sign-in opens the account, and how to change that. */
async function ProviderLink({ label, linkedAt, hasPassword }: ProviderLinkProps) {
  const [t, locale] = await Promise.all([getTranslations("account"), getLocale()]);
  return (
    <Disclosure title={t("oidc", { label })}>
      <div className="flex flex-col gap-4 text-lg">
        <p>
          {linkedAt
            ? t("oidcLinked", { date: dateFormat(locale, { dateStyle: "long" }).format(linkedAt) })
            : t("oidcNot")}
        </p>
        {linkedAt && !hasPassword ? <p className="text-ink-2">{t("oidcOnly")}</p> : null}
        {linkedAt && hasPassword ? (
          <form action={unlinkProvider}>
            <button className={buttonClass("secondary", "phone")} type="submit">
              {t("oidcUnlink")}
            </button>
          </form>
        ) : null}
        {linkedAt ? null : <LinkForm hasPassword={hasPassword} />}
      </div>
    </Disclosure>
  );
}

/** Instead of deleting: somebody has to be there who can let others in. */
async function OnlyAdmin() {
  const t = await getTranslations("account");
  return (
    <>
      <Notice tone="attention">{t("deleteLast")}</Notice>
      <a className={`${buttonClass("secondary", "phone")} self-start`} href="/sessions/people">
        {t("deleteLastWhere")}
      </a>
    </>
  );
}
