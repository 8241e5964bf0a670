import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, useState } from "react";
import { asProblem, messagesOf, STALE } from "@/api/problem";
import type { QuizAttachment, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatList } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Later } from "@/ui/Later";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Quizzes.module.css";
import { RulesForm } from "./RulesForm";
import { attachmentQuery, type SessionPlace, useSessionQuiz } from "./sessionQueries";

const QuizChoice = lazy(async () => ({ default: (await import("./QuizChoice")).QuizChoice }));

interface Props {
  organisation: string;
  session: TrainingSession;
  /** The quiz of the session. */
  quiz: string;
  writes: boolean;
}

/** What a quiz of a session asks, which levels its results propose, and the ways to its results and copies. */
export function AttachmentPanel({ organisation, session, quiz, writes }: Props) {
  const { t } = useTranslation();
  const place: SessionPlace = { organisation, session: session.id, quiz };
  const query = useQuery(attachmentQuery(place));
  const changes = useSessionQuiz(place);
  const [open, setOpen] = useState<"quiz" | "rules" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [overtaken, setOvertaken] = useState(false);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={48} role="img" aria-label={t("state.loading")} />;
  }
  const view = query.data;
  const { quiz: attached, rules, has_attempts: begun, version } = view;
  const params = { organisation, session: session.id, quiz };

  /** What was done to another version of the place is not done: what is there now is shown first. */
  const guarded = async (act: () => Promise<QuizAttachment>) => {
    setError(null);
    setOvertaken(false);
    try {
      await act();
      setOpen(null);
    } catch (refusal) {
      if (asProblem(refusal).code === STALE) {
        setOvertaken(true);
        await query.refetch();
      } else setError(refusal);
    }
  };

  return (
    <Stack gap="xs" mt="xs">
      {attached ? (
        <p className={classes.facts}>
          <span>
            {t("attachment.asks")}{" "}
            <Link
              to={paths.quizRevision}
              params={{
                organisation,
                quiz: attached.quiz_id,
                number: String(attached.revision),
              }}
              className={classes.link}
            >
              {t("attachment.revision", { title: attached.title, number: attached.revision })}
            </Link>
          </span>
        </p>
      ) : (
        <Text size="sm" c="dimmed">
          {t("attachment.none")}
        </Text>
      )}
      {rules.length > 0 ? (
        <Text size="sm">
          {t("attachment.proposes", { skills: formatList(rules.map(({ label }) => label)) })}
        </Text>
      ) : null}
      {overtaken ? (
        <Notice tone="warning" icon="alert" announce title={t("attachment.overtaken")}>
          {t("attachment.overtakenHelp")}
        </Notice>
      ) : null}
      {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
      <div className={classes.actions}>
        {attached ? (
          <>
            <ButtonLink to={paths.sessionQuiz} params={params} size="compact-sm" variant="light">
              {t("attachment.results")}
            </ButtonLink>
            <ButtonLink
              to={paths.sessionQuizCopies}
              params={params}
              size="compact-sm"
              variant="light"
            >
              {t("attachment.copies")}
            </ButtonLink>
          </>
        ) : null}
        {writes && attached && attached.newest_revision > attached.revision ? (
          <ConfirmButton
            label={t("attachment.renew", { number: attached.newest_revision })}
            title={t("attachment.renewTitle")}
            confirm={t("attachment.renewConfirm")}
            variant="default"
            size="compact-sm"
            action={() => changes.attach(version, attached.quiz_id, attached.newest_revision)}
          >
            {t("attachment.renewText")}
          </ConfirmButton>
        ) : null}
        {writes && !begun ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={open === "quiz"}
            aria-label={t(attached ? "attachment.changeOf" : "attachment.chooseOf", {
              title: view.title,
            })}
            onClick={() => setOpen(open === "quiz" ? null : "quiz")}
          >
            {t(attached ? "attachment.change" : "attachment.choose")}
          </Button>
        ) : null}
        {writes && attached ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={open === "rules"}
            aria-label={t("attachment.rulesOf", { title: view.title })}
            onClick={() => setOpen(open === "rules" ? null : "rules")}
          >
            {t("attachment.rules")}
          </Button>
        ) : null}
        {writes && attached && !begun ? (
          <ConfirmButton
            label={t("attachment.detach")}
            title={t("attachment.detachTitle")}
            confirm={t("attachment.detach")}
            variant="subtle"
            size="compact-sm"
            action={() => changes.detach(version)}
          >
            {t("attachment.detachText")}
          </ConfirmButton>
        ) : null}
      </div>
      {open === "quiz" ? (
        <Later height={66}>
          <QuizChoice
            owner={place}
            onPick={(id) => guarded(() => changes.attach(version, id, null))}
          />
        </Later>
      ) : null}
      {open === "rules" ? (
        <RulesForm
          key={version}
          organisation={organisation}
          session={session}
          rules={rules}
          onSave={(body) => changes.writeRules(version, body)}
          onStale={() => {
            setOvertaken(true);
            void query.refetch();
          }}
          onDone={() => setOpen(null)}
        />
      ) : null}
      {begun && writes ? (
        <Text size="sm" c="dimmed">
          {t("attachment.begun")}
        </Text>
      ) : null}
    </Stack>
  );
}
