import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, type Ref, Suspense, useEffect, useMemo } from "react";
import { JobPickerLater, preloadSkillPicker, SkillPickerLater } from "@/features/catalog";
import { edits, LIMITS, type PickerSlots, type SearchState } from "@/features/profiles";
import { useTranslation } from "@/i18n/search";
import { Icon } from "@/ui/Icon";

/** Whoever begins with a job loads the dialog for it. */
const JobSkillsDialog = lazy(async () => ({
  default: (await import("@/features/catalog/JobSkillsDialog")).JobSkillsDialog,
}));

/** The catalogue's pickers, wired to the search. */
export function useSearchSlots(
  state: SearchState,
  onChange: (next: SearchState) => void,
  picker: Ref<HTMLInputElement>,
): PickerSlots {
  const { t } = useTranslation();
  useEffect(preloadSkillPicker, []);
  const wanted = useMemo(() => new Set(state.criteria.map((c) => c.skill)), [state.criteria]);
  const excluded = useMemo(() => new Set(state.exclude), [state.exclude]);
  return {
    skillPicker: (
      <SkillPickerLater
        label={t("criteria.picker")}
        placeholder={t("criteria.placeholder")}
        taken={wanted}
        takenHint={t("criteria.taken")}
        inputRef={picker}
        shortcut="/"
        onPick={(code) => onChange(edits.addCriteria(state, [code], true))}
      />
    ),
    fromJob: (
      <FromJob
        taken={wanted}
        room={LIMITS.criteria - state.criteria.length}
        onAdd={(codes, required) => onChange(edits.addCriteria(state, codes, required))}
      />
    ),
    excludePicker: (
      <SkillPickerLater
        label={t("exclude.picker")}
        placeholder={t("exclude.placeholder")}
        taken={excluded}
        takenHint={t("exclude.taken")}
        onPick={(code) => onChange(edits.addExcluded(state, code))}
      />
    ),
    jobPicker: (
      <JobPickerLater
        label={t("jobFit.picker")}
        placeholder={t("jobFit.placeholder")}
        onPick={(code) => onChange(edits.setJob(state, code))}
      />
    ),
  };
}

interface FromJobProps {
  taken: ReadonlySet<string>;
  room: number;
  onAdd: (codes: string[], required: boolean) => void;
}

function FromJob(props: FromJobProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="light"
        size="compact-sm"
        leftSection={<Icon name="list" size={16} />}
        onClick={dialog.open}
        style={{ alignSelf: "flex-start" }}
      >
        {t("jobSkills.open")}
      </Button>
      <Suspense fallback={null}>
        {opened ? <JobSkillsDialog opened onClose={dialog.close} {...props} /> : null}
      </Suspense>
    </>
  );
}
