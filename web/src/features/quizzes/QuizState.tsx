import type { QuizSummary } from "@/api/types";
import { useTranslation } from "@/i18n/quizzes";
import { StateTag } from "@/ui/StateTag";
import classes from "./Quizzes.module.css";

const TONES = { draft: "warning", published: "success", archived: "neutral" } as const;

/** The state of a quiz, and whether something was written since it was published. */
export function QuizState({ quiz }: { quiz: Pick<QuizSummary, "status" | "has_draft"> }) {
  const { t } = useTranslation();
  return (
    <span className={classes.tags}>
      <StateTag tone={TONES[quiz.status]}>{t(`quizList.state.${quiz.status}`)}</StateTag>
      {quiz.status === "published" && quiz.has_draft ? (
        <StateTag tone="warning">{t("quizList.hasDraft")}</StateTag>
      ) : null}
    </span>
  );
}
