"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { addVersion, deleteVersion, renameVersion } from "@/app/sessions/[id]/summary/actions";
import { ChangeFailed } from "@/app/sessions/[id]/summary/link-dialog";
import { NameDialog } from "@/app/sessions/name-dialog";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { type SummaryVersion, VERSION_NAME_CHARACTERS_MAX } from "@/lib/summary/versions";
import { ArmButton } from "@/lib/ui/arm-button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { Segments } from "@/lib/ui/segments";

interface VersionDialogProps extends DialogState {
  session: string;
  /** The one that the page shows. */
  version: SummaryVersion;
}

const pathOf = (session: string, number?: number): string =>
  `/sessions/${session}/summary${number === undefined ? "" : `?version=${number}`}`;

/** The field for what a version is called, and what it says where that was not kept. */
const nameField = (t: ReturnType<typeof useTranslations<"exports">>) => ({
  field: {
    label: t("versionName"),
    hint: t("versionNameHint"),
    maxLength: VERSION_NAME_CHARACTERS_MAX,
    required: true,
  },
  problem: t("reviewFailed"),
});

/** Asks what one more version is called, and what it begins with. */
export function NewVersionDialog({
  session,
  version,
  hasRawData,
  ...dialog
}: VersionDialogProps & { hasRawData: boolean }) {
  const t = useTranslations("exports");
  const router = useRouter();
  return (
    <NameDialog
      {...dialog}
      {...nameField(t)}
      button={t("versionMake")}
      initial=""
      onNamed={async (name, form) => {
        const like = form.get("like") === "untouched" ? null : version.number;
        const number = await addVersion(session, name, like);
        if (number === null) return false;
        router.push(pathOf(session, number));
        return true;
      }}
      title={t("versionNewTitle")}
    >
      {hasRawData ? (
        <Segments
          initial="same"
          legend={t("versionLike")}
          name="like"
          options={[
            { value: "same", label: t("versionLikeThis") },
            { value: "untouched", label: t("versionUntouched") },
          ]}
        />
      ) : null}
    </NameDialog>
  );
}

/** Asks what the version that is shown is called from now on. */
export function RenameVersionDialog({ session, version, ...dialog }: VersionDialogProps) {
  const t = useTranslations("exports");
  const router = useRouter();
  return (
    <NameDialog
      {...dialog}
      {...nameField(t)}
      button={t("versionRename")}
      initial={version.name}
      onNamed={async (name) => {
        const isDone = await renameVersion({ session, version: version.number }, name);
        if (isDone) router.refresh();
        return isDone;
      }}
      title={t("versionRenameTitle")}
    />
  );
}

/** Says what goes with the version that is shown, and deletes it. */
export function DeleteVersionDialog({ session, version, open, onClose }: VersionDialogProps) {
  const t = useTranslations("exports");
  const router = useRouter();
  const { carryOut, isBusy, hasFailed } = useCarryOut();

  async function remove() {
    const isDone = await carryOut(() => deleteVersion({ session, version: version.number }));
    if (!isDone) return;
    onClose();
    router.push(pathOf(session));
  }

  return (
    <NativeDialog onClose={onClose} open={open} title={t("versionDeleteTitle")}>
      <p className="text-base">{t("versionDeleteText")}</p>
      <div>
        <ArmButton
          again={t("versionDeleteAgain")}
          disabled={isBusy}
          kind="secondary"
          onConfirm={() => void remove()}
        >
          {t("versionDelete")}
        </ArmButton>
      </div>
      <ChangeFailed>{hasFailed ? t("reviewFailed") : null}</ChangeFailed>
    </NativeDialog>
  );
}
