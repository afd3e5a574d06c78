import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCode } from "@/lib/session/room-code";
import { StageBrand } from "@/lib/stage/stage-brand";
import { CrossFade } from "@/lib/ui/drawn/cross-fade";
import { Ring } from "@/lib/ui/drawn/ring";
import { QrCode } from "@/lib/ui/qr-code";
import { shortAddress } from "@/lib/ui/stage/stage-frame";

export interface StageLobbyProps {
  /** Title of the workshop. */
  title: ReactNode;
  /** The address of the code field, "…/j". */
  joinUrl: string;
  code: string;
  devices: number;
  /** People in the room without one: they have a chair as well. */
  withoutPhone?: number;
  /** "Beginn 14:05", where it was announced. */
  begins?: ReactNode;
}

/** How to get in, legible from the back row: QR, address, code. */
export function StageLobby(props: StageLobbyProps) {
  const { title, joinUrl, code, devices, withoutPhone = 0, begins } = props;
  const t = useTranslations("stage");
  const common = useTranslations("common");
  const chairs = devices + withoutPhone;
  const link = `${joinUrl.replace(/\/$/, "")}/${code}`;
  return (
    <main className="relative flex h-full items-center justify-between gap-[calc(4*var(--u))] bg-paper px-[calc(4*var(--u))] text-ink text-stage-label">
      <div className="absolute start-[calc(4*var(--u))] top-[calc(2.6*var(--u))]">
        <StageBrand />
      </div>
      <div className="flex min-w-0 flex-col gap-[calc(2.5*var(--u))]">
        <div className="flex flex-col gap-[calc(0.8*var(--u))]">
          <h1 className="text-balance font-medium font-serif text-stage-heading">{title}</h1>
          <p className="text-ink-2">{t("lobbyLead")}</p>
        </div>
        <div>
          <p className="text-stage-card">{shortAddress(joinUrl)}</p>
          <p className="tabular whitespace-nowrap font-semibold text-stage-code">
            {formatCode(code)}
          </p>
        </div>
        <div className="flex items-center gap-[calc(2.5*var(--u))]">
          <div className="w-[calc(20*var(--u))] shrink-0">
            <CrossFade of={String(chairs)}>
              <Ring className="w-full" joined={chairs} />
            </CrossFade>
          </div>
          <p className="text-ink-2" role="status">
            {devices === 0 ? t("noDevices") : t("devices", { n: devices })}
            {withoutPhone === 0 ? null : `, ${common("withoutPhone", { n: withoutPhone })}`}
            {begins ? <> · {begins}</> : null}
          </p>
        </div>
      </div>
      <QrCode
        className="w-[calc(38*var(--u))] shrink-0 rounded-card border-2 border-edge"
        label={t("qrLabel", { url: link })}
        url={link}
      />
    </main>
  );
}
