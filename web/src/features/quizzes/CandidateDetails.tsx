import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { QuizCandidateDetails } from "@/api/types";
import { useTranslation } from "@/i18n/companyQuizzes";
import { formatDuration, formatMoment } from "@/lib/format";
import { candidateQuery } from "./candidateQueries";
import { MarkedPaper } from "./MarkedPaper";
import { minutesOf, nameOf } from "./model/candidates";
import { PaperFailure } from "./PaperFailure";
import { companyPlace } from "./placeQueries";

interface Props {
  quiz: string;
  invitation: string;
  /** What stands above the copy, once it is known whose it is. */
  head: (name: string | null) => ReactNode;
}

/** What a candidate answered, and what is right. */
export function CandidateDetails({ quiz, invitation, head }: Props) {
  const { t } = useTranslation();
  const query = useQuery(candidateQuery(quiz, invitation));
  if (query.isError) {
    return (
      <>
        {head(null)}
        <PaperFailure error={query.error} onRetry={() => query.refetch()} />
      </>
    );
  }
  if (query.isPending) {
    return (
      <>
        {head(null)}
        <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
      </>
    );
  }
  const { result, by_clock: byClock, questions } = query.data;
  return (
    <>
      {head(nameOf(query.data))}
      <MarkedPaper
        place={companyPlace(quiz)}
        facts={factsOf(t, query.data)}
        result={result}
        byClock={byClock}
        questions={questions}
      />
    </>
  );
}

type Say = ReturnType<typeof useTranslation>["t"];

function factsOf(t: Say, candidate: QuizCandidateDetails): [string, string][] {
  const { state, revision, seconds, signals, submitted_at: at } = candidate;
  return [
    [t("candidate.state"), t(`quizWord.state.${state}`)],
    [t("candidate.revision"), String(revision)],
    ...(at ? [[t("candidate.submitted"), formatMoment(at)] as [string, string]] : []),
    ...(seconds == null
      ? []
      : [[t("candidate.time"), formatDuration(minutesOf(seconds))] as [string, string]]),
    ...(signals
      ? [
          [
            t("candidate.signals"),
            `${t("candidate.switches", { count: signals.tab_switches })}, ${t("candidate.pastes", { count: signals.pastes })}`,
          ] as [string, string],
        ]
      : []),
  ];
}
