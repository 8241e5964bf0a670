import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { AttemptResult } from "@/features/quizzes/AttemptResult";
import { AttemptRunning } from "@/features/quizzes/AttemptRunning";
import { attemptQuery, invitationDoor } from "@/features/quizzes/attemptDoors";
import { invitationQuery } from "@/features/quizzes/invitedQueries";
import { ProposeResult } from "@/features/quizzes/ProposeResult";
import { useSignals } from "@/features/quizzes/useSignals";
import { useTranslation } from "@/i18n/myQuizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [403, 404, 422];

/** One's own attempt at a company's quiz: while it runs, what came of it, and what one makes of that. */
export function MyQuizInvitationAttemptPage() {
  const { t } = useTranslation();
  const { invitation = "" } = useParams({ strict: false });
  const door = invitationDoor(invitation);
  const query = useQuery(attemptQuery(door));
  const told = useQuery(invitationQuery(invitation)).data;
  const running = query.data?.attempt.state === "started";
  useSignals(invitation, running && told?.signals != null);
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
  const { attempt: view } = query.data;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        {running ? null : (
          <BackLink to={paths.myQuizInvitation} params={{ invitation }}>
            {t("quizInvite.back")}
          </BackLink>
        )}
        <PageTitle
          title={view.title}
          lead={told ? t("quizInvite.lead", { company: told.company_name }) : undefined}
        />
      </div>
      {running ? (
        <AttemptRunning
          key={view.id}
          door={door}
          read={query.data}
          notice={
            told?.signals ? (
              <Text size="sm" c="dimmed" maw="68ch">
                {told.signals}
              </Text>
            ) : null
          }
          more={
            <Link to={paths.myQuizInvitation} params={{ invitation }}>
              {t("quizInvite.toNotice")}
            </Link>
          }
        />
      ) : (
        <>
          <AttemptResult door={door} attempt={view} />
          {told ? <ProposeResult invitation={told} /> : null}
        </>
      )}
    </Stack>
  );
}
