import { Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/quizzes";
import { HELP_BELOW } from "@/ui/form";
import type { QuizDraft } from "./model/quizDraft";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import type { Faults } from "./useFaults";

type Settings = QuizDraft["settings"];

const GRADINGS: Settings["grading"][] = ["highest", "last", "first", "average"];
const FEEDBACKS: Settings["feedback"][] = [
  "after_publication",
  "after_attempt",
  "after_close",
  "never",
];
const FIGURES = [
  { field: "minutes", pointer: "/settings/minutes" },
  { field: "attempts", pointer: "/settings/attempts" },
  { field: "passPercent", pointer: "/settings/pass_percent" },
  { field: "negativePercent", pointer: "/settings/negative_percent" },
] as const;
const SWITCHES = ["shufflesQuestions", "shufflesChoices", "hidesNames"] as const;
/** An invitation of a company is answered once. */
const OF_SEVERAL: string[] = ["attempts"];

interface Props {
  owner: Owner;
  settings: Settings;
  faults: Faults;
  onChange: (settings: Settings) => void;
}

/** How a quiz is taken and graded. */
export function QuizSettingsFields({ owner, settings, faults, onChange }: Props) {
  const { t } = useTranslation();
  const company = owner.organisation === null;
  const figures = FIGURES.filter(({ field }) => !company || !OF_SEVERAL.includes(field));
  const patch = (change: Partial<Settings>) => onChange({ ...settings, ...change });
  return (
    <Stack>
      <div className={classes.settings}>
        {figures.map(({ field, pointer }) => (
          <TextInput
            key={field}
            label={t(`quizEdit.setting.${field}`)}
            description={t(`quizEdit.settingHelp.${field}`)}
            inputWrapperOrder={HELP_BELOW}
            inputMode="numeric"
            value={settings[field]}
            error={faults.at(pointer)}
            onChange={(event) => patch({ [field]: event.currentTarget.value })}
          />
        ))}
        {company ? null : (
          <NativeSelect
            label={t("quizEdit.setting.grading")}
            description={t("quizEdit.settingHelp.grading")}
            inputWrapperOrder={HELP_BELOW}
            value={settings.grading}
            data={GRADINGS.map((value) => ({ value, label: t(`quizWord.grading.${value}`) }))}
            onChange={(event) =>
              patch({ grading: event.currentTarget.value as Settings["grading"] })
            }
          />
        )}
        <NativeSelect
          label={t("quizEdit.setting.feedback")}
          description={t("quizEdit.settingHelp.feedback")}
          inputWrapperOrder={HELP_BELOW}
          value={settings.feedback}
          data={FEEDBACKS.map((value) => ({ value, label: t(`quizWord.feedback.${value}`) }))}
          onChange={(event) =>
            patch({ feedback: event.currentTarget.value as Settings["feedback"] })
          }
        />
      </div>
      <Stack gap="xs">
        {SWITCHES.map((field) => (
          <Checkbox
            key={field}
            label={t(`quizEdit.setting.${field}`)}
            checked={settings[field]}
            onChange={(event) => patch({ [field]: event.currentTarget.checked })}
          />
        ))}
        {company ? (
          <Checkbox
            label={t("quizEdit.setting.integritySignals")}
            description={t("quizEdit.settingNote.integritySignals")}
            checked={settings.integritySignals}
            error={faults.at("/settings/integrity_signals")}
            onChange={(event) => patch({ integritySignals: event.currentTarget.checked })}
          />
        ) : null}
      </Stack>
    </Stack>
  );
}
