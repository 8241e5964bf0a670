import { getRouteApi } from "@tanstack/react-router";
import { GradingQueue } from "@/features/quizzes/GradingQueue";
import { companyPlace } from "@/features/quizzes/placeQueries";
import type { CopiesSearch } from "@/features/quizzes/search";
import { useTranslation } from "@/i18n/companyQuizzes";
import { CompanyQuizFrame } from "./CompanyQuizFrame";

const route = getRouteApi("/guarded/recruiting/recrutement/quiz/$quiz/copies");

/** The copies of a company's quiz, without names; which ones stands in the address. */
export function CompanyQuizCopiesPage() {
  const { t } = useTranslation();
  const { question, copies }: CopiesSearch = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: CopiesSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <CompanyQuizFrame part={t("companyQuiz.part.copies")}>
      {({ id }) => (
        <GradingQueue
          place={companyPlace(id)}
          writes
          question={question ?? null}
          all={copies === "toutes"}
          onQuestion={(next) =>
            go({ ...(next ? { question: next } : {}), ...(copies ? { copies } : {}) })
          }
          onAll={(all) =>
            go({ ...(question ? { question } : {}), ...(all ? { copies: "toutes" } : {}) })
          }
        />
      )}
    </CompanyQuizFrame>
  );
}
