import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireAdmin } from "@/app/sessions/facilitator";
import { ListPage, Part } from "@/app/sessions/list-page";
import { revoke } from "@/app/sessions/people/actions";
import { InviteForm } from "@/app/sessions/people/invite-form";
import { Person } from "@/app/sessions/people/person";
import { dateFormat } from "@/lib/i18n/dates";
import { isolated } from "@/lib/i18n/isolated";
import { buttonClass } from "@/lib/ui/button";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("people") };
}

/** Who has an account, and the open links to get one. For the admin. */
export default async function PeoplePage() {
  const me = await requireAdmin();
  const t = await getTranslations("auth");
  const day = dateFormat(await getLocale(), { dateStyle: "long" });
  const { accounts } = running();
  const [open, people] = await Promise.all([accounts.openInvitations(), accounts.people()]);
  const admins = people.filter(({ role }) => role === "admin").length;
  return (
    <ListPage title={t("people")}>
      <Part lead={t("peopleLead")} title={t("inviteCreate")}>
        <InviteForm />
      </Part>
      <Part title={t("inviteOpen")}>
        {open.length === 0 ? (
          <p className="text-lg text-ink-2">{t("inviteNone")}</p>
        ) : (
          <ul className="-mt-2 divide-y divide-line">
            {open.map(({ id, email, createdByName, expiresAt }) => {
              const whose = email ? t("inviteFor", { email }) : t("inviteForAnybody");
              const date = day.format(expiresAt);
              return (
                <li className="flex items-center justify-between gap-4 py-2" key={id}>
                  <div className="min-w-0">
                    <p className="break-words font-semibold text-base" id={`invitation-${id}`}>
                      {whose}
                    </p>
                    <p className="text-ink-2 text-sm">
                      {t("inviteBy", { name: isolated(createdByName), date })}
                    </p>
                  </div>
                  <form action={revoke} className="shrink-0">
                    <input name="id" type="hidden" value={id} />
                    <button
                      aria-describedby={`invitation-${id}`}
                      className={buttonClass("secondary", "console")}
                      type="submit"
                    >
                      {t("inviteRevoke")}
                    </button>
                  </form>
                </li>
              );
            })}
          </ul>
        )}
      </Part>
      <Part title={t("accounts")}>
        <ul className="-mt-2 divide-y divide-line">
          {people.map((person) => (
            <Person
              admins={admins}
              isMe={person.userId === me.userId}
              key={person.userId}
              person={person}
            />
          ))}
        </ul>
      </Part>
    </ListPage>
  );
}
