import { Stack, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { asProblem } from "@/api/problem";
import type { Quiz } from "@/api/types";
import type { Owner } from "@/features/quizzes/owner";
import { QuizEditor } from "@/features/quizzes/QuizEditor";
import { QuizMoves } from "@/features/quizzes/QuizMoves";
import { QuizReading } from "@/features/quizzes/QuizReading";
import { QuizRevisions } from "@/features/quizzes/QuizRevisions";
import { QuizState } from "@/features/quizzes/QuizState";
import { quizQuery } from "@/features/quizzes/quizQueries";
import { useTranslation } from "@/i18n/quizzes";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../organisation/TrainingsLayout.module.css";
import { BackToQuizzes } from "./OwnerLinks";
import { useOwner } from "./useOwner";

const NOT_FOUND = [403, 404, 422];

interface Props {
  /** The ways to its other pages. */
  nav?: (quiz: Quiz) => ReactNode;
  /** What its owner does with it. */
  use?: (quiz: Quiz) => ReactNode;
}

/** A quiz: written and published, with all of its revisions. */
export function QuizPage({ nav, use }: Props) {
  const { t } = useTranslation();
  const { owner } = useOwner();
  const { quiz = "" } = useParams({ strict: false });
  const query = useQuery(quizQuery(owner, quiz));
  if (query.isPending) return <Pending />;
  if (!query.data) {
    return NOT_FOUND.includes(asProblem(query.error).status) ? (
      <NotFound />
    ) : (
      <Stack gap="lg">
        <PageTitle title={t("failure.title")} />
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      </Stack>
    );
  }
  const view = query.data;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <BackToQuizzes owner={owner} />
        <div className={classes.head}>
          <div className={classes.title}>
            <PageTitle title={view.title} />
            <div className={classes.meta}>
              <QuizState quiz={view} />
              <span>{t(`quizList.kind.${view.kind}`)}</span>
            </div>
          </div>
        </div>
      </div>
      {nav?.(view)}
      {use?.(view)}
      <Written key={view.id} owner={owner} quiz={view} />
    </Stack>
  );
}

function Written({ owner, quiz }: { owner: Owner; quiz: Quiz }) {
  const { t } = useTranslation();
  const { authors, toQuiz, toQuizzes } = useOwner();
  // What was done here is written on from; what others do meanwhile is told when it is met.
  const [round, setRound] = useState(0);
  const [told, setTold] = useState("");
  const company = owner.organisation === null;
  const outdated = quiz.outdated_questions;
  return (
    <>
      {authors ? (
        <QuizMoves
          owner={owner}
          quiz={quiz}
          onChanged={(next) => {
            if (next.id === quiz.id) setRound(round + 1);
            else void toQuiz(next.id);
          }}
          onRemoved={toQuizzes}
        />
      ) : null}
      {told ? <Notice tone="success" title={told} /> : null}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {quiz.status === "archived" ? (
        <Notice tone="warning" title={t("quizEdit.isArchived")}>
          {t(company ? "quizEdit.isArchivedCompany" : "quizEdit.isArchivedHelp")}
        </Notice>
      ) : null}
      {outdated > 0 && quiz.status === "published" ? (
        <Notice tone="warning" title={t("quizEdit.outdated", { count: outdated })}>
          {t("quizEdit.outdatedHelp")}
        </Notice>
      ) : null}
      {authors && quiz.status !== "archived" ? (
        <QuizEditor
          key={round}
          owner={owner}
          quiz={quiz}
          onDone={(written, published) => {
            setTold(
              published
                ? t("quizEdit.published", { number: written.revision })
                : t("quizEdit.saved"),
            );
            setRound(round + 1);
          }}
        />
      ) : (
        <Panel>
          <QuizReading quiz={quiz} />
        </Panel>
      )}
      <Panel labelledBy="revisions">
        <Title order={2} id="revisions" mb="sm">
          {t("quizRevision.heading")}
        </Title>
        <QuizRevisions owner={owner} quiz={quiz.id} />
      </Panel>
    </>
  );
}
