import { Button, Group, NativeSelect, Skeleton, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, STALE } from "@/api/problem";
import type { QuizAdjustment, QuizExtraTime } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { numberOf } from "./model/number";
import classes from "./Quizzes.module.css";
import { adjustmentsQuery, type SessionPlace, useSessionQuiz } from "./sessionQueries";
import { EXTRA_TIMES } from "./words";

interface Props {
  place: SessionPlace;
  writes: boolean;
}

/** What each person has beyond the others: more time, more attempts. Those who asked come first. */
export function Adjustments({ place, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(adjustmentsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={260} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (query.data.length === 0) return <Text c="dimmed">{t("quizResult.nobody")}</Text>;
  const asked = query.data.filter(({ asked_time: time }) => time != null);
  const others = query.data.filter(({ asked_time: time }) => time == null);
  return (
    <ul className={classes.rows}>
      {[...asked, ...others].map((person) => (
        <li key={person.enrolment_id}>
          <Row key={person.version} place={place} person={person} writes={writes} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  place: SessionPlace;
  person: QuizAdjustment;
  writes: boolean;
}

function Row({ place, person, writes }: RowProps) {
  const { t } = useTranslation();
  const { adjust } = useSessionQuiz(place);
  const [base, setBase] = useState(person);
  const [time, setTime] = useState<QuizExtraTime>(person.asked_time ?? person.extra_time);
  const [attempts, setAttempts] = useState(String(person.extra_attempts));
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [overtaken, setOvertaken] = useState(false);
  const name = fullName(person);
  const { extra_time: given, extra_attempts: more, asked_time: asked } = base;

  const save = async (wanted: QuizExtraTime) => {
    setPending(true);
    setError(null);
    setOvertaken(false);
    try {
      await adjust(base, wanted, Math.max(-1, Math.round(numberOf(attempts) ?? -1)));
    } catch (refusal) {
      const problem = asProblem(refusal);
      if (problem.code === STALE && problem.current) {
        const theirs = problem.current as QuizAdjustment;
        setBase(theirs);
        setTime(theirs.extra_time);
        setAttempts(String(theirs.extra_attempts));
        setOvertaken(true);
      } else setError(refusal);
    } finally {
      setPending(false);
    }
  };
  const fault = asProblem(error).errors.find(({ pointer }) => pointer === "/extra_attempts");

  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <strong>{name}</strong>
          <p className={`${classes.facts} ${classes.soft}`}>
            <span>{t(`quizWord.extra.${given}`)}</span>
            {more > 0 ? <span>{t("adjustment.more", { count: more })}</span> : null}
          </p>
        </div>
        {asked ? (
          <StateTag tone="warning">
            {t("adjustment.asked", { time: t(`quizWord.extra.${asked}`) })}
          </StateTag>
        ) : null}
      </div>
      {overtaken ? (
        <Notice tone="warning" icon="alert" announce title={t("adjustment.overtaken")} />
      ) : null}
      {error && !fault ? <ProblemNotice error={error} /> : null}
      {writes ? (
        <Group align="flex-end" gap="sm" mt="xs">
          <NativeSelect
            label={t("adjustment.time")}
            aria-label={t("adjustment.timeOf", { name })}
            value={time}
            data={EXTRA_TIMES.map((value) => ({ value, label: t(`quizWord.extra.${value}`) }))}
            onChange={(event) => setTime(event.currentTarget.value as QuizExtraTime)}
          />
          <TextInput
            w="11rem"
            label={t("adjustment.attempts")}
            aria-label={t("adjustment.attemptsOf", { name })}
            inputMode="numeric"
            value={attempts}
            error={fault?.message ?? null}
            onChange={(event) => setAttempts(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={pending}
            disabled={time === given && attempts === String(more) && !asked}
            aria-label={t(asked ? "adjustment.grantOf" : "adjustment.saveOf", { name })}
            onClick={() => save(time)}
          >
            {t(asked ? "adjustment.grant" : "action.save")}
          </Button>
          {asked ? (
            <Button
              variant="subtle"
              disabled={pending}
              aria-label={t("adjustment.refuseOf", { name })}
              onClick={() => save(given)}
            >
              {t("adjustment.refuse")}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </>
  );
}
