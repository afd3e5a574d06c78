import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireAdmin } from "@/app/sessions/facilitator";
import { ListPage } from "@/app/sessions/list-page";
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
    <ListPage lead={t("peopleLead")} title={t("people")}>
      <div className="grid items-start gap-x-16 gap-y-8 md:grid-cols-2">
        <InviteForm />
        <div className="flex flex-col gap-8">
          <section className="flex flex-col gap-2">
            <h2 className="font-semibold text-xl">{t("inviteOpen")}</h2>
            {open.length === 0 ? (
              <p className="text-lg text-ink-2">{t("inviteNone")}</p>
            ) : (
              <ul>
                {open.map(({ id, email, createdByName, expiresAt }) => {
                  const whose = email ? t("inviteFor", { email }) : t("inviteForAnybody");
                  const date = day.format(expiresAt);
                  return (
                    <li
                      className="flex items-center justify-between gap-4 border-line border-t py-2"
                      key={id}
                    >
                      <div className="min-w-0">
                        <p className="text-lg" id={`invitation-${id}`}>
                          {whose}
                        </p>
                        <p className="text-base text-ink-2">
                          {t("inviteBy", { name: isolated(createdByName), date })}
                        </p>
                      </div>
                      <form action={revoke} className="shrink-0">
                        <input name="id" type="hidden" value={id} />
                        <button
                          aria-describedby={`invitation-${id}`}
                          className={buttonClass("secondary", "phone")}
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
          </section>
          <section className="flex flex-col gap-2">
            <h2 className="font-semibold text-xl">{t("accounts")}</h2>
            <ul>
              {people.map((person) => (
                <Person
                  admins={admins}
                  isMe={person.userId === me.userId}
                  key={person.userId}
                  person={person}
                />
              ))}
            </ul>
          </section>
        </div>
      </div>
    </ListPage>
  );
}
