import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/questions";
import { Icon } from "@/ui/Icon";
import type { AnswerProps } from "./AnswerEditor";
import { type CriterionDraft, newCriterion } from "./model/draft";
import { formatPoints, numberOf } from "./model/number";
import classes from "./Quizzes.module.css";

/** What an answer is graded by: criteria whose points add up to those of the question. */
export function RubricEditor({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  const { rubric } = draft;
  const patch = (key: string, change: Partial<CriterionDraft>) =>
    onChange({ rubric: rubric.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  const sum = rubric.reduce((total, { points }) => total + (numberOf(points) ?? 0), 0);
  return (
    <Stack>
      <div>
        <Text fw={600}>{t("questionRubric.title")}</Text>
        <Text size="sm" c="dimmed">
          {t("questionRubric.help")}
        </Text>
      </div>
      {faults.at("/answer/rubric") ? (
        <p className={classes.fault} role="alert">
          {faults.at("/answer/rubric")}
        </p>
      ) : null}
      {rubric.map((one, place) => {
        const pointer = `/answer/rubric/${place}`;
        const name = t("questionRubric.criterion", { number: place + 1 });
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
                value={one.title}
                error={faults.at(`${pointer}/title`)}
                onChange={(event) => patch(one.key, { title: event.currentTarget.value })}
              />
              <TextInput
                label={t("questionRubric.points")}
                inputMode="decimal"
                value={one.points}
                error={faults.at(`${pointer}/points`)}
                onChange={(event) => patch(one.key, { points: event.currentTarget.value })}
              />
            </div>
            <Textarea
              label={t("questionRubric.description")}
              autosize
              maxLength={2000}
              value={one.description}
              error={faults.at(`${pointer}/description`)}
              onChange={(event) => patch(one.key, { description: event.currentTarget.value })}
            />
            <Group>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("statementPart.remove", { name })}
                onClick={() => onChange({ rubric: rubric.filter(({ key }) => key !== one.key) })}
              >
                {t("statementPart.removeShort")}
              </Button>
            </Group>
          </fieldset>
        );
      })}
      {rubric.length > 0 ? (
        <Text size="sm" role="status">
          {t("questionRubric.sum", { sum: formatPoints(sum), points: draft.points })}
        </Text>
      ) : null}
      <Group>
        <Button
          variant="default"
          size="sm"
          disabled={rubric.length >= 20}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange({ rubric: [...rubric, newCriterion()] })}
        >
          {t("questionRubric.add")}
        </Button>
      </Group>
    </Stack>
  );
}
