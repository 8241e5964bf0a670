import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { InvitationOutcome } from "@/features/quizzes/InvitationOutcome";
import { invitationQuery } from "@/features/quizzes/invitedQueries";
import { MyInvitationNotice } from "@/features/quizzes/MyInvitationNotice";
import { useTranslation } from "@/i18n/myQuizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [403, 404, 422];

/** A quiz that a company invites one to: what to know before one begins, and what became of it. */
export function MyQuizInvitationPage() {
  const { t } = useTranslation();
  const { invitation = "" } = useParams({ strict: false });
  const query = useQuery(invitationQuery(invitation));
  const navigate = useNavigate();
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
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.myQuizzes}>{t("myQuiz.back")}</BackLink>
        <PageTitle title={view.title} lead={t("quizInvite.lead", { company: view.company_name })} />
      </div>
      <InvitationOutcome invitation={view} />
      <MyInvitationNotice
        invitation={view}
        onStarted={() => navigate({ to: paths.myQuizInvitationAttempt, params: { invitation } })}
      />
    </Stack>
  );
}
