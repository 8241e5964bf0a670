import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import type { MyQuizInvitationNotice, QuizSkillResult } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { evidenceQuery, useEvidenceChanges } from "./invitedQueries";
import classes from "./Quizzes.module.css";

/** What came of a company's quiz skill by skill: put into one's passport by oneself alone, and taken out again. */
export function ProposeResult({ invitation }: { invitation: MyQuizInvitationNotice }) {
  const { t } = useTranslation();
  const evidence = useQuery(evidenceQuery);
  const { propose, takeOut } = useEvidenceChanges();
  const [pending, setPending] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState("");
  if (invitation.skills.length === 0) return null;

  const put = async ({ skill, label }: QuizSkillResult) => {
    setPending(skill);
    setError(null);
    try {
      await propose(invitation.id, skill);
      setTold(t("evidence.added", { label }));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(null);
    }
  };

  return (
    <Panel labelledBy="carnet">
      <Stack gap="sm">
        <div>
          <Title order={2} id="carnet">
            {t("evidence.heading")}
          </Title>
          <Text size="sm" c="dimmed" maw="68ch">
            {t("evidence.lead")}
          </Text>
        </div>
        {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
        {evidence.isError ? (
          <ProblemNotice error={evidence.error} onRetry={() => evidence.refetch()} />
        ) : evidence.isPending ? (
          <Skeleton height={60} role="img" aria-label={t("state.loading")} />
        ) : (
          <ul className={classes.rows}>
            {invitation.skills.map((one) => {
              const there = evidence.data.find(
                ({ invitation_id: id, skill }) => id === invitation.id && skill === one.skill,
              );
              return (
                <li key={one.skill}>
                  <div className={classes.head}>
                    <div className={classes.main}>
                      <strong>{one.label}</strong>
                      <p className={`${classes.facts} ${classes.soft}`}>
                        <span>{t("quizWord.percent", { percent: one.percent })}</span>
                        <span>{t("evidence.questions", { count: one.questions })}</span>
                      </p>
                    </div>
                    {there ? (
                      <span className={classes.tags}>
                        <StateTag tone="success">{t("evidence.there")}</StateTag>
                        <ConfirmButton
                          variant="subtle"
                          size="compact-sm"
                          label={t("evidence.takeOut")}
                          aria-label={t("evidence.takeOutOf", { label: one.label })}
                          title={t("evidence.takeOutTitle")}
                          confirm={t("evidence.takeOut")}
                          action={async () => {
                            await takeOut(there);
                            setTold(t("evidence.removed", { label: one.label }));
                          }}
                        >
                          {t("evidence.takeOutText")}
                        </ConfirmButton>
                      </span>
                    ) : (
                      <Button
                        variant="default"
                        size="sm"
                        loading={pending === one.skill}
                        aria-label={t("evidence.addOf", { label: one.label })}
                        onClick={() => void put(one)}
                      >
                        {t("evidence.add")}
                      </Button>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
        <Text role="status" size="sm">
          {told}
        </Text>
      </Stack>
    </Panel>
  );
}
