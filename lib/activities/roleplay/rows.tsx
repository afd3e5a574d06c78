import { useTranslations } from "next-intl";
import type { RowsRead } from "@/lib/activities/roleplay/record";
import { inOrder, UNDERLINES } from "@/lib/activities/roleplay/sheet-rows";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** Rows of the groups' sheets that everybody reads. */
export function Rows({ rows }: { rows: RowsRead }) {
  const t = useTranslations("kinds.roleplay.phone");
  if (PAD_COLUMNS.every((column) => rows[column].length === 0)) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold">{t("rowsOfAll")}</h2>
      <Columns rows={rows} />
    </section>
  );
}

/** What one's own group has written. */
export function KeptSheet({ letter, rows }: { letter: string; rows: RowsRead }) {
  const t = useTranslations("kinds.roleplay");
  const columns = PAD_COLUMNS.filter((column) => rows[column].length > 0);
  if (columns.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold">{t("phone.sheetOf", { letter })}</h2>
      <Columns rows={rows} />
    </section>
  );
}

function Columns({ rows }: { rows: RowsRead }) {
  const t = useTranslations("kinds.roleplay.common.pad");
  return PAD_COLUMNS.filter((column) => rows[column].length > 0).map((column) => (
    <div className="flex flex-col gap-2" key={column}>
      <h3 className={`border-b pb-1 text-base ${UNDERLINES[column]}`}>{t(column)}</h3>
      <ul className="flex flex-col gap-2">
        {inOrder(rows[column]).map(({ key, text }) => (
          <PeoplesWords as="li" key={key}>
            {text}
          </PeoplesWords>
        ))}
      </ul>
    </div>
  ));
}
