import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, useState } from "react";
import type { SessionQuiz, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/attachments";
import { formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { quizzesQuery, useAttachments } from "./attachmentQueries";
import { isWritable } from "./model/moves";
import classes from "./Sessions.module.css";

/** Most who look at the quizzes of a session write none. */
const QuizForm = lazy(async () => ({ default: (await import("./QuizForm")).QuizForm }));

interface Props {
  organisation: string;
  session: TrainingSession;
  writes: boolean;
  /** What stands below each: what it asks, and the ways to its results. */
  more?: (quiz: SessionQuiz) => ReactNode;
}

/** The quizzes of a session: what for, when, about which skills. */
export function Quizzes({ organisation, session, writes, more }: Props) {
  const { t } = useTranslation();
  const query = useQuery(quizzesQuery(organisation, session.id));
  const { quizzes } = useAttachments(organisation, session.id);
  const [open, setOpen] = useState<string | null>(null);
  const able = writes && isWritable(session.status);
  const close = () => setOpen(null);
  const times = ({ opens_at: opens, closes_at: closes }: SessionQuiz): string[] => [
    opens ? t("quiz.opens", { date: formatMoment(opens) }) : t("quiz.opensAtOnce"),
    closes ? t("quiz.closes", { date: formatMoment(closes) }) : t("quiz.closesWithSession"),
  ];
  return (
    <Panel labelledBy="quiz">
      <Stack>
        <div className={classes.toolbar}>
          <div>
            <Title order={2} id="quiz">
              {t("quiz.heading")}
            </Title>
            <Text size="sm" c="dimmed" mt={4} maw="62ch">
              {t("quiz.lead")}
            </Text>
          </div>
          {able ? (
            <Button
              variant="default"
              aria-expanded={open === "new"}
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setOpen(open === "new" ? null : "new")}
            >
              {t("quiz.addOpen")}
            </Button>
          ) : null}
        </div>
        {open === "new" ? (
          <Later>
            <QuizForm
              organisation={organisation}
              session={session}
              onDone={close}
              onCancel={close}
            />
          </Later>
        ) : null}
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={90} role="img" aria-label={t("state.loading")} />
        ) : query.data.length === 0 ? (
          <Text c="dimmed">{t("quiz.none")}</Text>
        ) : (
          <ul className={classes.rows}>
            {query.data.map((quiz) => (
              <li key={quiz.id}>
                <div className={classes.head}>
                  <div className={classes.main}>
                    <strong>{quiz.title}</strong>
                    <p className={`${classes.facts} ${classes.soft}`}>
                      <span>{t(`quiz.purpose.${quiz.purpose}`)}</span>
                      {times(quiz).map((text) => (
                        <span key={text}>{text}</span>
                      ))}
                      <span>{t("count.skills", { count: quiz.skills.length })}</span>
                    </p>
                  </div>
                  {able ? (
                    <div className={classes.actions}>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-expanded={open === quiz.id}
                        aria-label={t("quiz.editOf", { title: quiz.title })}
                        onClick={() => setOpen(open === quiz.id ? null : quiz.id)}
                      >
                        {t("quiz.edit")}
                      </Button>
                      <ConfirmButton
                        label={t("quiz.remove")}
                        aria-label={t("quiz.removeOf", { title: quiz.title })}
                        title={t("quiz.removeTitle", { title: quiz.title })}
                        confirm={t("quiz.remove")}
                        variant="subtle"
                        size="compact-sm"
                        danger
                        action={() => quizzes.remove(quiz)}
                      >
                        {t("quiz.removeText")}
                      </ConfirmButton>
                    </div>
                  ) : null}
                </div>
                {more?.(quiz)}
                {open === quiz.id ? (
                  <div style={{ marginBlockStart: "0.75rem" }}>
                    <Later>
                      <QuizForm
                        organisation={organisation}
                        session={session}
                        quiz={quiz}
                        onDone={close}
                        onCancel={close}
                      />
                    </Later>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}
