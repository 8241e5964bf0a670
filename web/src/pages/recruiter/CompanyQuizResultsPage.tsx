import { Title } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Candidates } from "@/features/quizzes/Candidates";
import { Comparison } from "@/features/quizzes/Comparison";
import { Corrections } from "@/features/quizzes/Corrections";
import { companyPlace } from "@/features/quizzes/placeQueries";
import { Statistics } from "@/features/quizzes/Statistics";
import type { CandidatesSearch } from "@/features/quizzes/search";
import { useTranslation } from "@/i18n/companyQuizzes";
import { paths } from "@/lib/paths";
import { Panel } from "@/ui/Panel";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import { CompanyQuizFrame } from "./CompanyQuizFrame";

const route = getRouteApi("/guarded/recruiting/recrutement/quiz/$quiz/resultats");
const VIEWS = ["candidats", "comparaison", "questions"] as const;

/** What came of a company's quiz: candidate by candidate, side by side, and question by question. */
export function CompanyQuizResultsPage() {
  const { t } = useTranslation();
  const { vue = "candidats", avec }: CandidatesSearch = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CompanyQuizFrame part={t("companyQuiz.part.results")}>
      {({ id: quiz }) => (
        <>
          <SectionNav label={t("companyQuiz.views")}>
            {VIEWS.map((view) => (
              <Link
                key={view}
                to={paths.companyQuizResults}
                params={{ quiz }}
                search={{
                  ...(view === "candidats" ? {} : { vue: view }),
                  ...(view === "comparaison" && avec ? { avec } : {}),
                }}
                className={links.link}
                {...(view === vue ? { "aria-current": "page", "data-active": true } : {})}
                activeOptions={{ exact: true }}
              >
                {t(`companyQuiz.view.${view}`)}
              </Link>
            ))}
          </SectionNav>
          {vue === "questions" ? (
            <Questions quiz={quiz} />
          ) : vue === "comparaison" ? (
            <Comparison quiz={quiz} invitations={avec?.split(",") ?? []} />
          ) : (
            <Candidates
              quiz={quiz}
              onCompare={(chosen) =>
                void navigate({ search: { vue: "comparaison", avec: chosen.join(",") } })
              }
            />
          )}
        </>
      )}
    </CompanyQuizFrame>
  );
}

/** How the questions did, and the keys that were corrected. */
function Questions({ quiz }: { quiz: string }) {
  const { t } = useTranslation();
  const place = companyPlace(quiz);
  return (
    <>
      <Statistics place={place} writes />
      <Panel labelledBy="corrections">
        <Title order={2} id="corrections" mb="sm">
          {t("companyQuiz.corrections")}
        </Title>
        <Corrections place={place} />
      </Panel>
    </>
  );
}
