// How skills and jobs of the catalogue are found while an experience is written.
import type { ReactNode } from "react";
import { JobPickerLater, SkillPickerLater } from "@/features/catalog";
import { useTranslation } from "@/i18n/experiences";

type Pick = (code: string, label: string) => void;

export function usePickers() {
  const { t } = useTranslation();
  return {
    skillPicker: (taken: ReadonlySet<string>, onPick: Pick): ReactNode => (
      <SkillPickerLater
        label={t("experienceForm.addClaim")}
        placeholder={t("experienceForm.addClaimPlaceholder")}
        taken={taken}
        takenHint={t("experienceForm.taken")}
        onPick={onPick}
      />
    ),
    jobPicker: (_taken: ReadonlySet<string>, onPick: Pick): ReactNode => (
      <JobPickerLater
        label={t("experienceForm.addJob")}
        placeholder={t("experienceForm.addJobPlaceholder")}
        onPick={onPick}
      />
    ),
  };
}
