import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/ownSkills";
import { formatDay, formatList } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import classes from "./Lines.module.css";
import { matchesQuery, useOwnSkillChanges } from "./library";
import { kindName, quoted } from "./words";

interface Props {
  organisation: string;
  skill: OwnSkill;
  /** Somebody who may only look. */
  readOnly?: boolean;
  /** A way to name another official skill than those proposed. */
  picker?: (onPick: (code: string) => void) => ReactNode;
}

/** What an own skill is beside the catalogue, and the decisions about it. */
export function OwnSkillLink({ organisation, skill, readOnly = false, picker }: Props) {
  const { t } = useTranslation();
  const changes = useOwnSkillChanges(organisation);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (action: () => Promise<unknown>) => {
    setPending(true);
    setError(null);
    await action().catch(setError);
    setPending(false);
  };
  return (
    <Stack gap="xs">
      {error ? <ProblemNotice error={error} /> : null}
      {skill.link === "none" ? (
        readOnly ? null : (
          <>
            <Matches
              organisation={organisation}
              skill={skill}
              pending={pending}
              onAccept={(code) => run(() => changes.link(skill.id, code))}
              onRefuse={(code, reason) => changes.refuse(skill.id, code, reason)}
            />
            {picker?.((code) => run(() => changes.link(skill.id, code)))}
            <Group>
              <Button
                variant="default"
                size="compact-sm"
                disabled={pending}
                onClick={() => run(() => changes.keep(skill.id))}
              >
                {t("ownSkill.keep")}
              </Button>
            </Group>
          </>
        )
      ) : (
        <Group gap="xs">
          <Text size="sm">
            {skill.skill
              ? t("training.linkedTo", { name: quoted(skill.skill.label) })
              : t("ownSkill.keptHelp")}
          </Text>
          {readOnly ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={pending}
              onClick={() => run(() => changes.undo(skill.id))}
            >
              {t("ownSkill.undo")}
            </Button>
          )}
        </Group>
      )}
      <Refusals skill={skill} />
    </Stack>
  );
}

interface MatchesProps {
  organisation: string;
  skill: OwnSkill;
  pending: boolean;
  onAccept: (code: string) => void;
  onRefuse: (code: string, reason: string) => Promise<unknown>;
}

function Matches({ organisation, skill, pending, onAccept, onRefuse }: MatchesProps) {
  const { t } = useTranslation();
  const matches = useQuery(matchesQuery(organisation, skill.id));
  if (matches.isError) {
    return <ProblemNotice error={matches.error} onRetry={() => matches.refetch()} />;
  }
  if (!matches.data) return <Skeleton height={48} role="img" aria-label={t("state.loading")} />;
  const { items } = matches.data;
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("ownSkill.noMatch")}
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm">{t("ownSkill.matches")}</Text>
      <ul className={classes.rows}>
        {items.map(({ code, label, kind, words }) => (
          <li key={code}>
            <div className={classes.head}>
              <div className={classes.main}>
                <div>{label}</div>
                <div className={classes.meta}>
                  {kindName(t, kind)}
                  {words.length > 0 ? (
                    <span>
                      {t("training.suggest.words", { words: formatList(words.map(quoted)) })}
                    </span>
                  ) : null}
                </div>
              </div>
              <div className={classes.actions}>
                <Button
                  size="compact-sm"
                  variant="light"
                  disabled={pending}
                  aria-label={t("ownSkill.acceptOf", { label })}
                  onClick={() => onAccept(code)}
                >
                  {t("ownSkill.accept")}
                </Button>
                <ReasonButton
                  size="compact-sm"
                  label={t("ownSkill.refuse")}
                  aria-label={t("ownSkill.refuseOf", { label })}
                  title={t("ownSkill.refuseTitle", { label })}
                  help={t("ownSkill.refuseHelp")}
                  missing={t("ownSkill.refuseMissing")}
                  confirm={t("ownSkill.refuse")}
                  action={(reason) => onRefuse(code, reason)}
                />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Matches that were refused, and why. */
function Refusals({ skill }: { skill: OwnSkill }) {
  const { t } = useTranslation();
  if (skill.refusals.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("ownSkill.refusals", { count: skill.refusals.length })}
      </Text>
      <ul className={classes.plain}>
        {skill.refusals.map(({ skill: refused, reason, refused_at: at }) => (
          <li key={refused.code}>
            {t("ownSkill.refusal", {
              label: quoted(refused.label),
              date: formatDay(at),
              reason,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
