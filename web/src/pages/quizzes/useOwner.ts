// Whose questions and quizzes a page is about, what its reader may do there, and the ways to its other pages.
import { useNavigate, useParams } from "@tanstack/react-router";
import { COMPANY, type Owner } from "@/features/quizzes/owner";
import { paths } from "@/lib/paths";
import { useTeaching } from "../organisation/useTeaching";

export function useOwner() {
  const { organisation } = useParams({ strict: false });
  const { authors } = useTeaching();
  const navigate = useNavigate();
  const owner: Owner = organisation === undefined ? COMPANY : { organisation };
  return {
    owner,
    /** Whether this person may write here. Every recruiter of a company may. */
    authors: organisation === undefined || authors,
    toQuizzes: () =>
      organisation === undefined
        ? navigate({ to: paths.companyQuizzes })
        : navigate({ to: paths.quizzes, params: { organisation } }),
    toQuiz: (quiz: string) =>
      organisation === undefined
        ? navigate({ to: paths.companyQuiz, params: { quiz } })
        : navigate({ to: paths.quiz, params: { organisation, quiz } }),
    toQuestions: () =>
      organisation === undefined
        ? navigate({ to: paths.companyQuestions })
        : navigate({ to: paths.questions, params: { organisation } }),
    toQuestion: (question: string) =>
      organisation === undefined
        ? navigate({ to: paths.companyQuestion, params: { question } })
        : navigate({ to: paths.question, params: { organisation, question } }),
  };
}
