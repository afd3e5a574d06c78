import { getLocale, getTranslations } from "next-intl/server";
import { endDevice, endOtherDevices } from "@/app/sessions/account/actions";
import { dateFormat } from "@/lib/i18n/dates";
import { buttonClass } from "@/lib/ui/button";

export interface Device {
  id: string;
  device: string;
  lastSeenAt: Date;
}

/** Where somebody is signed in. By the day: enough to recognise a device, useless for watching. */
export async function Devices({ devices, here }: { devices: readonly Device[]; here: string }) {
  const t = await getTranslations("account");
  const day = dateFormat(await getLocale(), { dateStyle: "long" });
  const sorted = [...devices].sort((a, b) => Number(b.id === here) - Number(a.id === here));
  return (
    <>
      <ul className="-mt-2 divide-y divide-line">
        {sorted.map(({ id, device, lastSeenAt }) => (
          <li className="flex min-h-16 items-center justify-between gap-4 py-2" key={id}>
            <div className="min-w-0" id={`device-${id}`}>
              <p className="font-semibold text-base">{device || t("deviceUnknown")}</p>
              <p className="text-base text-ink-2">
                {id === here ? t("deviceHere") : t("deviceSeen", { date: day.format(lastSeenAt) })}
              </p>
            </div>
            {id === here ? null : (
              <form action={endDevice} className="shrink-0">
                <input name="id" type="hidden" value={id} />
                <button
                  aria-describedby={`device-${id}`}
                  className={buttonClass("secondary", "console")}
                  type="submit"
                >
                  {t("deviceEnd")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 2 ? (
        <form action={endOtherDevices}>
          <button className={buttonClass("secondary", "phone")} type="submit">
            {t("devicesEndOthers")}
          </button>
        </form>
      ) : null}
    </>
  );
}
