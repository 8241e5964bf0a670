import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MyQuiz, QuizExtraTime } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import { MoreTime } from "./MoreTime";
import { useMyQuizChanges } from "./mineQueries";
import classes from "./Quizzes.module.css";
import { AcceptAndStart, StartNotice } from "./StartNotice";
import { outOf, STATE_TONES } from "./words";

interface Props {
  quiz: MyQuiz;
  /** An attempt runs: the page goes there. */
  onStarted: (attempt: string) => void;
}

/** A quiz of a session before one begins it, and one's attempts. */
export function MyQuizNotice({ quiz, onStarted }: Props) {
  const { t } = useTranslation();
  const changes = useMyQuizChanges(quiz.id);
  const running = quiz.attempts.find(({ state }) => state === "started");
  const start = async () => {
    try {
      onStarted((await changes.start()).id);
    } catch (refusal) {
      // What may be done now is told anew.
      void changes.refresh();
      throw refusal;
    }
  };
  const ask = async (wanted: QuizExtraTime) => {
    const told = await changes.ask(wanted);
    return t(told.asked_time ? "myQuiz.askedDone" : "myQuiz.askedBack");
  };

  return (
    <Stack gap="lg">
      <StartNotice
        title={t("myQuiz.notice")}
        told={quiz}
        about={[[t("myQuiz.what"), quiz.purpose_text]]}
        attempts={[
          [t("myQuiz.attemptsLeft"), String(quiz.attempts_left)],
          ...(quiz.attempts_left + quiz.attempts.length > 1
            ? [[t("myQuiz.grading"), t(`quizWord.grading.${quiz.grading}`)] as [string, string]]
            : []),
        ]}
        texts={[[t("myQuiz.choice"), quiz.choice]]}
      >
        {running ? (
          <Group>
            <Button onClick={() => onStarted(running.id)}>{t("myQuiz.resume")}</Button>
            <Withdraw changes={changes} running />
          </Group>
        ) : quiz.may_begin ? (
          <AcceptAndStart
            onStart={start}
            otherwise={<Withdraw changes={changes} running={false} />}
          />
        ) : (
          <Text fw={600}>{t(whyNot(quiz))}</Text>
        )}
      </StartNotice>
      {quiz.may_begin || running ? (
        <MoreTime
          title={t("myQuiz.moreTime")}
          help={t("myQuiz.moreTimeHelp")}
          label={t("myQuiz.asked")}
          button={t("myQuiz.ask")}
          value={quiz.asked_time ?? "none"}
          onAsk={ask}
        />
      ) : null}
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
