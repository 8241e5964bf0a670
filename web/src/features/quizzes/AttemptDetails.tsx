import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { MarkedPaper } from "./MarkedPaper";
import { PaperFailure } from "./PaperFailure";
import { attemptDetailsQuery, resultsQuery, type SessionPlace } from "./sessionQueries";

interface Props {
  place: SessionPlace;
  attempt: string;
}

/** An attempt at a quiz of a session, once it was handed in. */
export function AttemptDetails({ place, attempt }: Props) {
  const { t } = useTranslation();
  const query = useQuery(attemptDetailsQuery(place, attempt));
  const results = useQuery(resultsQuery(place));
  if (query.isError) return <PaperFailure error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { enrolment_id: enrolment, questions, result, submitted_at: at, revision } = query.data;
  const person = results.data?.people.find(({ enrolment_id: id }) => id === enrolment);
  return (
    <MarkedPaper
      place={place}
      facts={[
        ...(person ? [[t("quizResult.person"), fullName(person)] as [string, string]] : []),
        [t("quizResult.number"), String(query.data.number)],
        [t("quizResult.revision"), String(revision)],
        ...(at ? [[t("quizResult.handedIn"), formatMoment(at)] as [string, string]] : []),
      ]}
      result={result}
      byClock={query.data.by_clock}
      questions={questions}
    />
  );
}
