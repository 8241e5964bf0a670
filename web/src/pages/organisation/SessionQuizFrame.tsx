import { Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { attachmentQuery, type SessionPlace } from "@/features/quizzes/sessionQueries";
import { useTranslation } from "@/i18n/quizResults";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import { SessionFrame } from "./SessionFrame";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

const PARTS = [
  { to: paths.sessionQuiz, key: "results" },
  { to: paths.sessionQuizCopies, key: "copies" },
  { to: paths.sessionQuizQuestions, key: "questions" },
  { to: paths.sessionQuizAdjustments, key: "adjustments" },
] as const;

const NOT_FOUND = [403, 404, 422];

interface Props {
  children: (place: SessionPlace, writes: boolean) => ReactNode;
}

/** What every page about a quiz of a session begins with: the session, the quiz, the ways to its other pages. */
export function SessionQuizFrame({ children }: Props) {
  const { t } = useTranslation();
  const { quiz = "" } = useParams({ strict: false });
  const { suspended } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <Named place={{ organisation, session: session.id, quiz }}>
          {(title) => (
            <SessionFrame organisation={organisation} session={session} part="rooms">
              <div>
                <Link
                  to={paths.sessionRooms}
                  params={{ organisation, session: session.id }}
                  className={classes.back}
                >
                  <Icon name="chevronLeft" size={16} />
                  {t("quizResult.back")}
                </Link>
                <Title order={2}>{title}</Title>
              </div>
              <SectionNav label={t("quizResult.nav")}>
                {PARTS.map(({ to, key }) => (
                  <Link
                    key={to}
                    to={to}
                    params={{ organisation, session: session.id, quiz }}
                    className={links.link}
                    activeProps={{ "aria-current": "page", "data-active": true }}
                    activeOptions={{ exact: true, includeSearch: false }}
                  >
                    {t(`quizResult.part.${key}`)}
                  </Link>
                ))}
              </SectionNav>
              <Stack gap="lg">
                {children({ organisation, session: session.id, quiz }, !suspended)}
              </Stack>
            </SessionFrame>
          )}
        </Named>
      )}
    </WithSession>
  );
}

interface NamedProps {
  place: SessionPlace;
  children: (title: string) => ReactNode;
}

/** The title of the quiz; a page about none is a page that does not exist. */
function Named({ place, children }: NamedProps) {
  const query = useQuery(attachmentQuery(place));
  if (query.data) return children(query.data.title);
  if (!query.isError) return <Pending />;
  if (NOT_FOUND.includes(asProblem(query.error).status)) return <NotFound />;
  return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
}
