import { Stack, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { Quiz } from "@/api/types";
import { QuizEditor } from "@/features/quizzes/QuizEditor";
import { QuizMoves } from "@/features/quizzes/QuizMoves";
import { QuizReading } from "@/features/quizzes/QuizReading";
import { QuizRevisions } from "@/features/quizzes/QuizRevisions";
import { QuizState } from "@/features/quizzes/QuizState";
import { quizQuery } from "@/features/quizzes/quizQueries";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

const NOT_FOUND = [403, 404, 422];

/** A quiz: written and published by those who teach, with all of its revisions. */
export function QuizPage() {
  const { t } = useTranslation();
  const { id } = useTeaching();
  const { quiz = "" } = useParams({ strict: false });
  const query = useQuery(quizQuery(id, quiz));
  if (query.isPending) return <Pending />;
  if (query.data) return <Shown key={query.data.id} quiz={query.data} />;
  if (NOT_FOUND.includes(asProblem(query.error).status)) return <NotFound />;
  return (
    <Stack gap="lg">
      <PageTitle title={t("failure.title")} />
      <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
    </Stack>
  );
}

function Shown({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const navigate = useNavigate();
  // What was done here is written on from; what others do meanwhile is told when it is met.
  const [round, setRound] = useState(0);
  const [told, setTold] = useState("");
  const changed = (next: Quiz) => {
    if (next.id === quiz.id) setRound(round + 1);
    else navigate({ to: paths.quiz, params: { organisation: id, quiz: next.id } });
  };
  const outdated = quiz.outdated_questions;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <Link to={paths.quizzes} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("quizEdit.back")}
        </Link>
        <div className={classes.head}>
          <div className={classes.title}>
            <PageTitle title={quiz.title} />
            <div className={classes.meta}>
              <QuizState quiz={quiz} />
              <span>{t(`quizList.kind.${quiz.kind}`)}</span>
            </div>
          </div>
        </div>
      </div>
      {authors ? (
        <QuizMoves
          organisation={id}
          quiz={quiz}
          onChanged={changed}
          onRemoved={() => navigate({ to: paths.quizzes, params: { organisation: id } })}
        />
      ) : null}
      {told ? <Notice tone="success" title={told} /> : null}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {quiz.status === "archived" ? (
        <Notice tone="warning" title={t("quizEdit.isArchived")}>
          {t("quizEdit.isArchivedHelp")}
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
          organisation={id}
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
        <QuizRevisions organisation={id} quiz={quiz.id} />
      </Panel>
    </Stack>
  );
}
