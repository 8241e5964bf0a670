import { Stack, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { SentInvitations } from "@/features/quizzes/SentInvitations";
import { invitationStateOf, sentSearchOf } from "@/features/quizzes/url";
import { useTranslation } from "@/i18n/companyQuizzes";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Panel } from "@/ui/Panel";
import { QuizPage } from "../quizzes/QuizPage";
import { CompanyQuizNav } from "./CompanyQuizNav";

const route = getRouteApi("/guarded/recruiting/recrutement/quiz/$quiz");

/** A quiz of a company: whom it was sent to, and what it asks. */
export function CompanyQuizPage() {
  return (
    <QuizPage
      nav={({ id }) => <CompanyQuizNav quiz={id} />}
      use={({ id, revision }) => (revision > 0 ? <Invitations quiz={id} /> : null)}
    />
  );
}

function Invitations({ quiz }: { quiz: string }) {
  const { t } = useTranslation();
  const state = invitationStateOf(route.useSearch());
  const navigate = route.useNavigate();
  return (
    <Panel labelledBy="invitations">
      <Stack>
        <div>
          <Title order={2} id="invitations">
            {t("sentQuiz.heading")}
          </Title>
          <Text size="sm" c="dimmed" maw="68ch">
            {t("sentQuiz.lead")}
          </Text>
        </div>
        <SentInvitations
          quiz={quiz}
          state={state}
          onState={(next) =>
            void navigate({ search: sentSearchOf(next), replace: true, resetScroll: false })
          }
          choose={
            <>
              <ButtonLink to={paths.search} size="sm">
                {t("sentQuiz.toSearch")}
              </ButtonLink>
              <ButtonLink to={paths.candidateLists} size="sm" variant="default">
                {t("sentQuiz.toLists")}
              </ButtonLink>
            </>
          }
        />
      </Stack>
    </Panel>
  );
}
