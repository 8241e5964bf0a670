import { Button, NativeSelect, Skeleton, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { QuizCopy } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { CopyCard } from "./CopyCard";
import { keyOf, nextOf, questionsOf, replacedIn } from "./model/grading";
import { copiesQuery, type Place } from "./placeQueries";
import classes from "./Quizzes.module.css";
import { startOf } from "./words";

interface Props {
  place: Place;
  writes: boolean;
  /** The question whose answers are graded; null: every one. */
  question: string | null;
  /** Whether graded answers are shown too. */
  all: boolean;
  onQuestion: (question: string | null) => void;
  onAll: (all: boolean) => void;
}

interface QueueProps extends Props {
  /** The answers as they were read last. */
  read: readonly QuizCopy[];
}

/** The answers that somebody must read, one after the other, question by question. */
export function GradingQueue(props: Props) {
  const { t } = useTranslation();
  const query = useQuery({ ...copiesQuery(props.place, true), refetchOnMount: "always" });
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return <Queue {...props} read={query.data} />;
}

function Queue({ place, writes, question, all, onQuestion, onAll, read }: QueueProps) {
  const { t } = useTranslation();
  // What was graded on this page is shown as it is now, without the order of the queue changing meanwhile.
  const [graded, setGraded] = useState<readonly QuizCopy[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const copies = replacedIn(read, graded);
  const questions = questionsOf(copies);
  const ofQuestion = copies.filter((copy) => !question || copy.question.question_id === question);
  // Whoever has just graded an answer still sees it until they go on.
  const shown = ofQuestion.filter((copy) => all || !copy.grade || keyOf(copy) === current);
  const copy = shown.find((one) => keyOf(one) === current) ?? shown[0] ?? null;
  const at = copy ? shown.indexOf(copy) : -1;
  const waiting = ofQuestion.filter((one) => !one.grade).length;
  const first = copy ? keyOf(copy) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step
  useEffect(() => {
    if (moved.current) box.current?.focus();
    moved.current = false;
  }, [current]);
  // What is read stays in sight with what was typed, even when somebody else grades it meanwhile: saving tells.
  useEffect(() => {
    if (current === null && first !== null) setCurrent(first);
  }, [current, first]);

  const go = (to: QuizCopy | null) => {
    moved.current = true;
    setCurrent(to ? keyOf(to) : null);
  };
  const put = (written: QuizCopy) => {
    const list = [...graded.filter((one) => keyOf(one) !== keyOf(written)), written];
    setGraded(list);
    return list;
  };
  const done = (written: QuizCopy, andNext: boolean) => {
    const left = replacedIn(ofQuestion, put(written));
    const next = andNext ? nextOf(left, keyOf(written)) : null;
    setTold(
      t("grading.saved", {
        label: written.label,
        count: left.filter((one) => !one.grade).length,
      }),
    );
    if (next) go(next);
    else setCurrent(keyOf(written));
  };
  const known = graded.find((one) => copy && keyOf(one) === keyOf(copy));

  return (
    <Stack gap="lg">
      <div className={classes.filters}>
        <NativeSelect
          label={t("grading.question")}
          value={question ?? ""}
          data={[
            { value: "", label: t("grading.allQuestions") },
            ...questions.map(({ id, statement, waiting: count }) => ({
              value: id,
              label: `${startOf(statement) || t("grading.untitled")} (${count})`,
            })),
          ]}
          onChange={(event) => {
            setCurrent(null);
            onQuestion(event.currentTarget.value || null);
          }}
        />
        <Choices<"waiting" | "all">
          legend={t("grading.show")}
          value={all ? "all" : "waiting"}
          choices={[
            { value: "waiting", label: t("grading.waiting") },
            { value: "all", label: t("grading.everything") },
          ]}
          onChange={(value) => {
            setCurrent(null);
            onAll(value === "all");
          }}
        />
      </div>
      <Text fw={600}>{t("grading.left", { count: waiting })}</Text>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {copy ? (
        <div ref={box} tabIndex={-1}>
          <CopyCard
            // Drawn anew by what is done here, never by what others do.
            key={`${keyOf(copy)}-${known?.version ?? 0}`}
            place={place}
            copy={copy}
            writes={writes}
            onGraded={done}
            onOther={put}
          />
          <div className={classes.steps}>
            <Button variant="default" disabled={at <= 0} onClick={() => go(shown[at - 1] ?? null)}>
              {t("grading.previous")}
            </Button>
            <Text size="sm" c="dimmed">
              {t("grading.place", { place: at + 1, total: shown.length })}
            </Text>
            <Button
              variant="default"
              disabled={at >= shown.length - 1}
              onClick={() => go(shown[at + 1] ?? null)}
            >
              {t("grading.next")}
            </Button>
          </div>
        </div>
      ) : (
        <Notice tone="success" title={t("grading.done")}>
          {t(copies.length === 0 ? "grading.noCopy" : "grading.doneHelp")}
        </Notice>
      )}
    </Stack>
  );
}
