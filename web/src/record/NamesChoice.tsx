import { useTranslation } from "@/i18n";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import type { Names } from "./drift";

interface Props {
  /** How many lines differ. */
  count: number;
  names: Names;
  onChange: (names: Names) => void;
}

/** Reads a record with the names it was written with, or with those of today. */
export function NamesChoice({ count, names, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Notice icon="refresh" title={t("drift.changed", { count })}>
      <p>{t("drift.help")}</p>
      <Choices<Names>
        legend={t("drift.names")}
        value={names}
        onChange={onChange}
        choices={[
          { value: "written", label: t("drift.written") },
          { value: "today", label: t("drift.today") },
        ]}
      />
    </Notice>
  );
}
