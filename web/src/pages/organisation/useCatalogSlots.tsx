// The catalogue's pickers and job sheets, as the editor of a training asks for them.
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { JobPickerLater, jobQuery, SkillPickerLater } from "@/features/catalog";
import type { CatalogSlots } from "@/features/trainings";
import { useTranslation } from "@/i18n/writing";

export function useCatalogSlots(): CatalogSlots {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return useMemo(
    () => ({
      jobPicker: (onPick) => (
        <JobPickerLater
          label={t("writing.jobs.picker")}
          description={t("writing.jobs.pickerHelp")}
          placeholder={t("writing.jobs.pickerPlaceholder")}
          onPick={(code, _label, matched) => onPick(code, matched)}
        />
      ),
      skillPicker: (taken, onPick) => (
        <SkillPickerLater
          label={t("writing.skills.picker")}
          placeholder={t("training.skills.pickerPlaceholder")}
          taken={taken}
          takenHint={t("training.skills.taken")}
          onPick={onPick}
        />
      ),
      loadJob: (code) => cache.ensureQueryData(jobQuery(code)),
    }),
    [t, cache],
  );
}

/** What the catalogue says of jobs; those on their way are missing. */
export function useSheets(codes: string[]) {
  return useQueries({
    queries: codes.map(jobQuery),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
}
