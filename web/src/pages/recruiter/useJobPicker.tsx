import type { ReactNode } from "react";
import { JobPickerLater } from "@/features/catalog";
import { useTranslation } from "@/i18n/sentOffers";

/** Finds the job of an offer in the catalogue. */
export function useJobPicker() {
  const { t } = useTranslation();
  return (onPick: (code: string, label: string) => void): ReactNode => (
    <JobPickerLater
      label={t("offerForm.job")}
      placeholder={t("offerForm.jobPlaceholder")}
      onPick={onPick}
    />
  );
}
