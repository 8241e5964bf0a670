import { Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import type { MyQuiz } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatDateShort } from "@/lib/days";
import { formatDuration, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { MoreTime } from "./MoreTime";
import { useMyQuizChanges } from "./mineQueries";
import classes from "./Quizzes.module.css";
import { outOf, STATE_TONES } from "./words";

interface Props {
  quiz: MyQuiz;
  /** An attempt runs: the page goes there. */
  onStarted: (attempt: string) => void;
}

/** What one reads before one begins: what for, how long, who reads the answers, how long they are kept; and one's attempts. */
export function MyQuizNotice({ quiz, onStarted }: Props) {
  const { t } = useTranslation();
  const changes = useMyQuizChanges(quiz.id);
  const [accepted, setAccepted] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = quiz.attempts.find(({ state }) => state === "started");

  const start = async () => {
    setPending(true);
    setError(null);
    try {
      onStarted((await changes.start()).id);
    } catch (refusal) {
      setError(refusal);
      // What may be done now is told anew.
      void changes.refresh();
    } finally {
      setPending(false);
    }
  };

  return (
    <Stack gap="lg">
      <Panel labelledBy="information">
        <Stack>
          <Title order={2} id="information">
            {t("myQuiz.notice")}
          </Title>
          {[quiz.description, quiz.instructions].filter(Boolean).map((text) => (
            <Text key={text} style={{ whiteSpace: "pre-line" }} maw="68ch">
              {text}
            </Text>
          ))}
          <Facts
            facts={[
              [t("myQuiz.what"), quiz.purpose_text],
              [t("myQuiz.questions"), String(quiz.questions)],
              [
                t("myQuiz.time"),
                quiz.seconds == null
                  ? t("myQuiz.untilClose")
                  : formatDuration(Math.ceil(quiz.seconds / 60)),
              ],
              [t("myQuiz.closesAt"), formatMoment(quiz.closes_at)],
              [t("myQuiz.attemptsLeft"), String(quiz.attempts_left)],
              ...(quiz.attempts_left + quiz.attempts.length > 1
                ? [[t("myQuiz.grading"), t(`quizWord.grading.${quiz.grading}`)] as [string, string]]
                : []),
              ...(quiz.pass_percent == null
                ? []
                : [
                    [t("myQuiz.pass"), t("quizWord.percent", { percent: quiz.pass_percent })] as [
                      string,
                      string,
                    ],
                  ]),
              ...(quiz.negative_percent === 0
                ? []
                : [
                    [
                      t("myQuiz.negative"),
                      t("myQuiz.negativeText", { percent: quiz.negative_percent }),
                    ] as [string, string],
                  ]),
              [t("myQuiz.feedback"), t(`quizWord.feedback.${quiz.feedback}`)],
              [t("myQuiz.keptUntil"), formatDateShort(quiz.kept_until)],
            ]}
          />
          <dl className={classes.texts}>
            <dt>{t("myQuiz.readers")}</dt>
            <dd>{quiz.readers}</dd>
            <dt>{t("myQuiz.choice")}</dt>
            <dd>{quiz.choice}</dd>
          </dl>
          {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
          {running ? (
            <Group>
              <Button onClick={() => onStarted(running.id)}>{t("myQuiz.resume")}</Button>
              <Withdraw changes={changes} running />
            </Group>
          ) : quiz.may_begin ? (
            <>
              <Checkbox
                label={t("myQuiz.accept")}
                checked={accepted}
                onChange={(event) => setAccepted(event.currentTarget.checked)}
              />
              <Group>
                <Button loading={pending} disabled={!accepted} onClick={start}>
                  {t("myQuiz.start")}
                </Button>
                <Withdraw changes={changes} running={false} />
              </Group>
            </>
          ) : (
            <Text fw={600}>{t(whyNot(quiz))}</Text>
          )}
        </Stack>
      </Panel>
      {quiz.may_begin || running ? <MoreTime quiz={quiz} /> : null}
      <Attempts quiz={quiz} />
    </Stack>
  );
}

function whyNot(quiz: MyQuiz) {
  if (quiz.opens_at && Date.parse(quiz.opens_at) > Date.now()) return "myQuiz.notOpen";
  if (quiz.attempts_left === 0) return "myQuiz.noneLeft";
  return "myQuiz.over";
}

interface WithdrawProps {
  changes: ReturnType<typeof useMyQuizChanges>;
  running: boolean;
}

function Withdraw({ changes, running }: WithdrawProps) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      label={t("myQuiz.withdraw")}
      title={t("myQuiz.withdrawTitle")}
      confirm={t("myQuiz.withdraw")}
      variant="default"
      danger
      action={changes.withdraw}
    >
      {t(running ? "myQuiz.withdrawText" : "myQuiz.withdrawBefore")}
    </ConfirmButton>
  );
}

function Attempts({ quiz }: { quiz: MyQuiz }) {
  const { t } = useTranslation();
  if (quiz.attempts.length === 0) return null;
  return (
    <Panel labelledBy="tentatives">
      <Title order={2} id="tentatives" mb="sm">
        {t("myQuiz.attempts")}
      </Title>
      <ul className={classes.rows}>
        {quiz.attempts.map(({ id, number, state, submitted_at: at, result }) => (
          <li key={id}>
            <div className={classes.head}>
              <div className={classes.main}>
                <Link
                  to={paths.myQuizAttempt}
                  params={{ quiz: quiz.id, attempt: id }}
                  className={classes.link}
                >
                  {t("myQuiz.attempt", { number })}
                </Link>
                <p className={`${classes.facts} ${classes.soft}`}>
                  {at ? <span>{t("attempt.handedInAt", { date: formatMoment(at) })}</span> : null}
                  {result ? (
                    <span>
                      {`${t("quizWord.percent", { percent: result.percent })}, ${outOf(t, result.points, result.worth)}`}
                    </span>
                  ) : null}
                </p>
              </div>
              <StateTag tone={STATE_TONES[state]}>{t(`quizWord.state.${state}`)}</StateTag>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
