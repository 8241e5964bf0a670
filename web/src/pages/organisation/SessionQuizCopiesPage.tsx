import { getRouteApi } from "@tanstack/react-router";
import { GradingQueue } from "@/features/quizzes/GradingQueue";
import type { CopiesSearch } from "@/features/quizzes/search";
import { SessionQuizFrame } from "./SessionQuizFrame";

const route = getRouteApi(
  "/guarded/organisations/$organisation/sessions/$session/quiz/$quiz/copies",
);

/** The copies of a quiz of a session, for those who grade; which ones stands in the address. */
export function SessionQuizCopiesPage() {
  const search: CopiesSearch = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: CopiesSearch) => navigate({ search: next, replace: true, resetScroll: false });
  return (
    <SessionQuizFrame>
      {(place, writes) => (
        <GradingQueue
          place={place}
          writes={writes}
          question={search.question ?? null}
          all={search.copies === "toutes"}
          onQuestion={(question) =>
            go({
              ...(question ? { question } : {}),
              ...(search.copies ? { copies: search.copies } : {}),
            })
          }
          onAll={(all) =>
            go({
              ...(search.question ? { question: search.question } : {}),
              ...(all ? { copies: "toutes" } : {}),
            })
          }
        />
      )}
    </SessionQuizFrame>
  );
}
