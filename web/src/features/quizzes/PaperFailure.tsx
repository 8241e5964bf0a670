import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/quizResults";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** Why a copy cannot be read with its author: its name is hidden until it is graded, or something went wrong. */
export function PaperFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return asProblem(error).code === "names_hidden" ? (
    <Notice title={t("quizResult.hidden")}>{t("quizResult.hiddenHelp")}</Notice>
  ) : (
    <ProblemNotice error={error} onRetry={onRetry} />
  );
}
