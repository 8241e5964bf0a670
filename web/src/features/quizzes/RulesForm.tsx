import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem, STALE } from "@/api/problem";
import type { QuizAttachment, QuizRulesBody, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { freeLevel, newRule, type RuleDraft, rulesBody, rulesOf } from "./model/rules";
import classes from "./Quizzes.module.css";
import { useSkillLevels } from "./skillLevels";
import { useFaults } from "./useFaults";

interface Props {
  organisation: string;
  session: TrainingSession;
  rules: QuizAttachment["rules"];
  onSave: (body: QuizRulesBody) => Promise<unknown>;
  /** Somebody else changed the place meanwhile. */
  onStale: () => void;
  onDone: () => void;
}

/** From which percentage which level of a skill is proposed. A proposal is nothing before somebody confirms it. */
export function RulesForm({ organisation, session, rules, onSave, onStale, onDone }: Props) {
  const { t } = useTranslation();
  const { levels, error, retry } = useSkillLevels(organisation, session);
  const [draft, setDraft] = useState<RuleDraft[]>(() => rulesOf(rules));
  const [pending, setPending] = useState(false);
  const { faults, clear, refuse } = useFaults<never>();
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  if (!levels) return <Skeleton height={90} role="img" aria-label={t("state.loading")} />;

  const labelOf = (skill: string) =>
    session.skills.find((one) => one.skill === skill)?.label ?? skill;
  const free = session.skills.filter(({ skill }) => !draft.some((rule) => rule.skill === skill));
  const patch = (key: string, change: (rule: RuleDraft) => RuleDraft) =>
    setDraft(draft.map((rule) => (rule.key === key ? change(rule) : rule)));

  const save = async () => {
    setPending(true);
    clear();
    try {
      await onSave(rulesBody(draft));
      onDone();
    } catch (refusal) {
      if (asProblem(refusal).code === STALE) onStale();
      else refuse(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <div className={classes.part}>
      <Text size="sm" maw="68ch">
        {t("rules.help")}
      </Text>
      {faults.problem ? (
        <ProblemNotice
          error={faults.problem}
          messages={faults.messages((pointer) => pointer.startsWith("/rules/"))}
        />
      ) : null}
      {draft.map((rule, at) => {
        const pointer = `/rules/${at}`;
        const label = labelOf(rule.skill);
        const options = levels[rule.skill] ?? [];
        const next = freeLevel(rule, options);
        return (
          <fieldset key={rule.key} className={classes.fieldset}>
            <legend>{label}</legend>
            {[faults.at(`${pointer}/skill`), faults.at(`${pointer}/levels`)]
              .filter((message) => message !== null)
              .map((message) => (
                <p key={message} className={classes.fault} role="alert">
                  {message}
                </p>
              ))}
            {rule.levels.map((line, place) => {
              const where = `${pointer}/levels/${place}`;
              return (
                <Group key={line.key} align="flex-start" gap="xs">
                  <NativeSelect
                    aria-label={t("rules.levelOf", { label })}
                    value={String(line.level)}
                    error={faults.at(`${where}/level`)}
                    data={options.map(({ value, name }) => ({
                      value: String(value),
                      label: name,
                    }))}
                    onChange={(event) => {
                      const level = Number(event.currentTarget.value);
                      patch(rule.key, (one) => ({
                        ...one,
                        levels: one.levels.map((other) =>
                          other.key === line.key ? { ...other, level } : other,
                        ),
                      }));
                    }}
                  />
                  <TextInput
                    w="9rem"
                    aria-label={t("rules.percentOf", { label })}
                    leftSection={t("rules.from")}
                    leftSectionWidth="5ch"
                    rightSection="%"
                    inputMode="numeric"
                    value={line.percent}
                    error={faults.at(`${where}/min_percent`)}
                    onChange={(event) => {
                      const percent = event.currentTarget.value;
                      patch(rule.key, (one) => ({
                        ...one,
                        levels: one.levels.map((other) =>
                          other.key === line.key ? { ...other, percent } : other,
                        ),
                      }));
                    }}
                  />
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-label={t("rules.removeLevelOf", { label })}
                    onClick={() =>
                      patch(rule.key, (one) => ({
                        ...one,
                        levels: one.levels.filter((other) => other.key !== line.key),
                      }))
                    }
                  >
                    {t("rules.remove")}
                  </Button>
                </Group>
              );
            })}
            <Group gap="xs">
              <Button
                variant="default"
                size="compact-sm"
                disabled={next === null}
                aria-label={t("rules.addLevelOf", { label })}
                onClick={() =>
                  patch(rule.key, (one) => ({
                    ...one,
                    levels: [
                      ...one.levels,
                      {
                        key: `${one.key}-${one.levels.length}-${next}`,
                        level: next ?? 0,
                        percent: "",
                      },
                    ],
                  }))
                }
              >
                {t("rules.addLevel")}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("rules.removeSkillOf", { label })}
                onClick={() => setDraft(draft.filter(({ key }) => key !== rule.key))}
              >
                {t("rules.removeSkill")}
              </Button>
            </Group>
          </fieldset>
        );
      })}
      {session.skills.length === 0 ? <Text c="dimmed">{t("rules.noSkill")}</Text> : null}
      {free.length > 0 ? (
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {t("rules.addSkill")}
          </Text>
          <div className={classes.tags}>
            {free.map(({ skill, label }) => (
              <Button
                key={skill}
                variant="default"
                size="compact-sm"
                leftSection={<Icon name="plus" size={14} />}
                onClick={() => setDraft([...draft, newRule(skill, levels[skill] ?? [])])}
              >
                {label}
              </Button>
            ))}
          </div>
        </Stack>
      ) : null}
      <Group>
        <Button loading={pending} onClick={save}>
          {t("rules.save")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t("action.cancel")}
        </Button>
      </Group>
    </div>
  );
}
