import { Button, Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { messagesOf } from "@/api/problem";
import type { AskedQuestion } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatList } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Attempt.module.css";
import { AttemptQuestion } from "./AttemptQuestion";
import type { AttemptDoor, ReadAttempt } from "./attemptDoors";
import { Countdown } from "./Countdown";
import { isAnswered, progressOf } from "./model/answers";
import { SubmitDialog } from "./SubmitDialog";
import { useAttempt } from "./useAttempt";

type View = "one" | "all";

interface Props {
  door: AttemptDoor;
  read: ReadAttempt;
  /** What is told all along. */
  notice?: ReactNode;
  /** What stands beside handing in. */
  more?: ReactNode;
}

/** An attempt while it runs: the clock, what is saved, the questions one by one or all at once, and handing in. */
export function AttemptRunning({ door, read, notice, more }: Props) {
  const { t } = useTranslation();
  const { attempt } = read;
  const { questions, sections } = attempt;
  const run = useAttempt(door, read);
  const [view, setView] = useState<View>("one");
  const [place, setPlace] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const progress = progressOf(run.sheet, questions);
  const numbersOf = (ids: string[]) =>
    formatList(
      questions.flatMap(({ question_id: id }, at) => (ids.includes(id) ? [String(at + 1)] : [])),
    );

  // Whoever goes to a question finds the keyboard there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step
  useEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    box.current?.querySelector<HTMLElement>(`[data-question="${place}"] h2`)?.focus();
  }, [place, view]);

  const go = (to: number) => {
    asked.current = true;
    if (to === place) {
      asked.current = false;
      box.current?.querySelector<HTMLElement>(`[data-question="${to}"] h2`)?.focus();
    }
    setPlace(to);
  };

  const draw = (question: AskedQuestion, at: number) => (
    <Panel key={question.question_id}>
      <div data-question={at}>
        <AttemptQuestion
          images={door.file}
          question={question}
          number={at + 1}
          total={questions.length}
          section={
            at === 0 || questions[at - 1]?.section !== question.section || view === "one"
              ? (sections.find(({ section }) => section === question.section) ?? null)
              : null
          }
          negativePercent={attempt.negative_percent}
          entry={run.sheet.entries[question.question_id]}
          fault={run.faultOf(question.question_id)}
          onChange={(patch) => run.change(question.question_id, patch)}
        />
      </div>
    </Panel>
  );

  const several = questions.length > 1;
  const current = questions[place];
  return (
    <Stack gap="md">
      <div className={classes.bar}>
        <Countdown reading={run.reading} onOver={() => void run.expire()} />
        <span className={classes.state} data-state={run.state}>
          <Icon name={ICONS[run.state]} size={16} />
          {t(`attempt.state.${run.state}`)}
        </span>
        <Text size="sm">
          {t("attempt.progress", { answered: progress.answered, total: questions.length })}
        </Text>
      </div>
      <VisuallyHidden role="status">
        {run.state === "offline" || run.state === "refused" ? t(`attempt.state.${run.state}`) : ""}
      </VisuallyHidden>
      {run.problem ? (
        <ProblemNotice error={run.problem} messages={messagesOf(run.problem)} />
      ) : null}
      {run.state === "offline" ? (
        <Notice tone="warning" icon="alert" title={t("attempt.offline")}>
          {t("attempt.offlineHelp")}
        </Notice>
      ) : null}
      {run.replaced.length > 0 ? (
        <Notice
          tone="warning"
          icon="alert"
          announce
          title={t("attempt.elsewhere")}
          actions={
            <Button size="sm" variant="default" onClick={run.forgetReplaced}>
              {t("action.close")}
            </Button>
          }
        >
          {t("attempt.elsewhereHelp", { questions: numbersOf(run.replaced) })}
        </Notice>
      ) : null}
      {notice}
      {attempt.instructions ? (
        <Text style={{ whiteSpace: "pre-line" }} maw="68ch">
          {attempt.instructions}
        </Text>
      ) : null}
      {several ? (
        <Choices<View>
          legend={t("attempt.view")}
          value={view}
          choices={[
            { value: "one", label: t("attempt.one") },
            { value: "all", label: t("attempt.all") },
          ]}
          onChange={setView}
        />
      ) : null}
      {several ? (
        <nav aria-label={t("attempt.questions")}>
          <ol className={classes.places}>
            {questions.map(({ question_id: id }, at) => {
              const entry = run.sheet.entries[id];
              const answered = isAnswered(entry);
              const words = [
                t("quizWord.question", { number: at + 1 }),
                t(answered ? "attempt.answered" : "attempt.open"),
                ...(entry?.flagged ? [t("attempt.flagged")] : []),
              ];
              return (
                <li key={id}>
                  <button
                    type="button"
                    className={classes.place}
                    data-answered={answered || undefined}
                    data-flagged={entry?.flagged || undefined}
                    aria-label={words.join(", ")}
                    aria-current={view === "one" && at === place ? "step" : undefined}
                    onClick={() => go(at)}
                  >
                    {at + 1}
                  </button>
                </li>
              );
            })}
          </ol>
        </nav>
      ) : null}
      <Stack ref={box} gap="md">
        {view === "all" ? questions.map(draw) : current ? draw(current, place) : null}
      </Stack>
      {several && view === "one" ? (
        <div className={classes.steps}>
          <Button variant="default" disabled={place === 0} onClick={() => go(place - 1)}>
            {t("attempt.previous")}
          </Button>
          <Button
            variant={place === questions.length - 1 ? "default" : "filled"}
            disabled={place === questions.length - 1}
            onClick={() => go(place + 1)}
          >
            {t("attempt.next")}
          </Button>
        </div>
      ) : null}
      <Panel labelledBy="remise">
        <Stack gap="sm">
          <Title order={2} id="remise">
            {t("attempt.end")}
          </Title>
          <Text maw="68ch">{t("attempt.endHelp")}</Text>
          <Group>
            <SubmitDialog progress={progress} onGo={go} onSubmit={run.submit} />
            {more}
          </Group>
        </Stack>
      </Panel>
    </Stack>
  );
}

const ICONS = {
  saved: "check",
  waiting: "clock",
  saving: "refresh",
  offline: "alert",
  refused: "alert",
} as const;
