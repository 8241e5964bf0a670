import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/questions";
import { Icon } from "@/ui/Icon";
import type { AnswerProps } from "./AnswerEditor";
import { type AcceptedDraft, newAccepted } from "./model/draft";
import classes from "./Quizzes.module.css";

const OVERLOOKED = ["case", "accents", "spaces"] as const;

/** The short answers that are accepted, what each brings, and what is overlooked when they are compared. */
export function AcceptedEditor({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  const { accepted, ignores } = draft;
  const patch = (key: string, change: Partial<AcceptedDraft>) =>
    onChange({ accepted: accepted.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <Stack>
      {faults.at("/answer/accepted") ? (
        <p className={classes.fault} role="alert">
          {faults.at("/answer/accepted")}
        </p>
      ) : null}
      {accepted.map((one, place) => {
        const pointer = `/answer/accepted/${place}`;
        const name = t("expectedAnswer.accepted", { number: place + 1 });
        return (
          <fieldset
            key={one.key}
            className={classes.part}
            data-faulty={faults.within(pointer) || undefined}
            aria-label={name}
          >
            <div className={classes.fields}>
              <TextInput
                label={name}
                maxLength={200}
                value={one.text}
                error={faults.at(`${pointer}/text`)}
                onChange={(event) => patch(one.key, { text: event.currentTarget.value })}
              />
              <TextInput
                label={t("expectedAnswer.percent")}
                inputMode="numeric"
                value={one.percent}
                error={faults.at(`${pointer}/percent`)}
                onChange={(event) => patch(one.key, { percent: event.currentTarget.value })}
              />
            </div>
            <TextInput
              label={t("expectedAnswer.feedback")}
              maxLength={2000}
              value={one.feedback}
              error={faults.at(`${pointer}/feedback`)}
              onChange={(event) => patch(one.key, { feedback: event.currentTarget.value })}
            />
            <Group>
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={accepted.length === 1}
                aria-label={t("statementPart.remove", { name })}
                onClick={() =>
                  onChange({ accepted: accepted.filter(({ key }) => key !== one.key) })
                }
              >
                {t("statementPart.removeShort")}
              </Button>
            </Group>
          </fieldset>
        );
      })}
      <Group>
        <Button
          variant="default"
          size="sm"
          disabled={accepted.length >= 20}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange({ accepted: [...accepted, newAccepted()] })}
        >
          {t("expectedAnswer.addAccepted")}
        </Button>
      </Group>
      <fieldset className={classes.fieldset}>
        <legend>{t("expectedAnswer.ignores")}</legend>
        {OVERLOOKED.map((what) => (
          <Checkbox
            key={what}
            label={t(`expectedAnswer.ignore.${what}`)}
            checked={ignores[what]}
            onChange={(event) =>
              onChange({ ignores: { ...ignores, [what]: event.currentTarget.checked } })
            }
          />
        ))}
      </fieldset>
    </Stack>
  );
}
