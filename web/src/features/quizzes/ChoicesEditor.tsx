import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "@/i18n/questions";
import { moved } from "@/lib/order";
import { Icon } from "@/ui/Icon";
import type { AnswerProps } from "./AnswerEditor";
import { type ChoiceDraft, newChoice, type PartialCredit } from "./model/draft";
import classes from "./Quizzes.module.css";

const MOST = 20;
const CREDITS: PartialCredit[] = ["all_or_nothing", "per_choice", "right_minus_wrong", "weighted"];

/** The choices of a question: which are right, what each brings, what people read afterwards. */
export function ChoicesEditor({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  const group = useId();
  const { kind, choices, partialCredit } = draft;
  const single = kind === "single";
  const weighted = kind === "multiple" && partialCredit === "weighted";
  const patch = (key: string, change: Partial<ChoiceDraft>) =>
    onChange({
      choices: choices.map((choice) => {
        if (choice.key === key) return { ...choice, ...change };
        // Of a single choice, one is right.
        return single && change.isRight ? { ...choice, isRight: false } : choice;
      }),
    });
  return (
    <Stack>
      {kind === "multiple" ? (
        <NativeSelect
          label={t("expectedAnswer.credit")}
          description={t(`quizWord.credit.${partialCredit}`)}
          value={partialCredit}
          data={CREDITS.map((value) => ({ value, label: t(`expectedAnswer.creditName.${value}`) }))}
          onChange={(event) =>
            onChange({ partialCredit: event.currentTarget.value as PartialCredit })
          }
        />
      ) : null}
      {faults.at("/answer/choices") ? (
        <p className={classes.fault} role="alert">
          {faults.at("/answer/choices")}
        </p>
      ) : null}
      {choices.map((choice, place) => {
        const pointer = `/answer/choices/${place}`;
        const name = t("expectedAnswer.choice", { number: place + 1 });
        const Mark = single ? Radio : Checkbox;
        return (
          <fieldset
            key={choice.key}
            className={classes.part}
            data-faulty={faults.within(pointer) || undefined}
            aria-label={name}
          >
            <Textarea
              label={name}
              autosize
              maxLength={1000}
              value={choice.text}
              error={faults.at(`${pointer}/text`)}
              onChange={(event) => patch(choice.key, { text: event.currentTarget.value })}
            />
            <div className={classes.toolbar}>
              <Mark
                label={t("expectedAnswer.isRight")}
                aria-label={t("expectedAnswer.isRightOf", { name })}
                checked={choice.isRight}
                {...(single ? { name: group } : {})}
                onChange={(event) => patch(choice.key, { isRight: event.currentTarget.checked })}
              />
              <div className={classes.actions}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={place === 0}
                  aria-label={t("statementPart.up", { name })}
                  onClick={() => onChange({ choices: [...moved(choices, place, place - 1)] })}
                >
                  <Icon name="arrowUp" size={16} />
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={place === choices.length - 1}
                  aria-label={t("statementPart.down", { name })}
                  onClick={() => onChange({ choices: [...moved(choices, place, place + 1)] })}
                >
                  <Icon name="arrowDown" size={16} />
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={choices.length <= 2}
                  aria-label={t("statementPart.remove", { name })}
                  onClick={() =>
                    onChange({ choices: choices.filter(({ key }) => key !== choice.key) })
                  }
                >
                  {t("statementPart.removeShort")}
                </Button>
              </div>
            </div>
            {weighted ? (
              <TextInput
                maw="14rem"
                label={t("expectedAnswer.weight")}
                description={t("expectedAnswer.weightHelp")}
                inputMode="decimal"
                value={choice.weight}
                error={faults.at(`${pointer}/weight`)}
                onChange={(event) => patch(choice.key, { weight: event.currentTarget.value })}
              />
            ) : null}
            <Textarea
              label={t("expectedAnswer.feedback")}
              autosize
              maxLength={2000}
              value={choice.feedback}
              error={faults.at(`${pointer}/feedback`)}
              onChange={(event) => patch(choice.key, { feedback: event.currentTarget.value })}
            />
          </fieldset>
        );
      })}
      {choices.length < MOST ? (
        <Group>
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => onChange({ choices: [...choices, newChoice()] })}
          >
            {t("expectedAnswer.addChoice")}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t("expectedAnswer.noMoreChoice")}
        </Text>
      )}
    </Stack>
  );
}
