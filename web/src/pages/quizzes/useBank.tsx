// The catalogue's picker of skills, as the bank of questions asks for it.
import { type ReactNode, useMemo } from "react";
import { SkillPickerLater, useSkillLabels } from "@/features/catalog";
import { useTranslation } from "@/i18n/questions";

export type SkillSlot = (
  taken: ReadonlySet<string>,
  onPick: (code: string, label: string) => void,
) => ReactNode;

export function useSkillSlot(): SkillSlot {
  const { t } = useTranslation();
  return useMemo(
    () => (taken, onPick) => (
      <SkillPickerLater
        label={t("question.skillPicker")}
        placeholder={t("question.skillPlaceholder")}
        taken={taken}
        takenHint={t("bank.taken")}
        onPick={onPick}
      />
    ),
    [t],
  );
}

/** What the catalogue calls a skill; its code until that is known. */
export function useSkillName(code: string): string {
  const codes = useMemo(() => (code === "" ? [] : [code]), [code]);
  return useSkillLabels(codes).labelOf(code);
}
