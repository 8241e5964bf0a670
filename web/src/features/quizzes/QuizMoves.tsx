import type { Quiz } from "@/api/types";
import { useTranslation } from "@/i18n/quizzes";
import { ConfirmButton } from "@/ui/ConfirmButton";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import { useQuizChanges } from "./quizQueries";

interface Props {
  owner: Owner;
  quiz: Quiz;
  /** What stands in the page is another one now, or says something else. */
  onChanged: (quiz: Quiz) => void;
  onRemoved: () => void;
}

/** What is done to a quiz as a whole: copied, archived, taken back, its draft discarded, deleted. */
export function QuizMoves({ owner, quiz, onChanged, onRemoved }: Props) {
  const { t } = useTranslation();
  const changes = useQuizChanges(owner);
  const button = { variant: "default", size: "sm" } as const;
  return (
    <div className={classes.actions}>
      <ConfirmButton
        {...button}
        label={t("quizMove.duplicate")}
        title={t("quizMove.duplicateTitle")}
        confirm={t("quizMove.duplicate")}
        action={async () => onChanged(await changes.duplicate(quiz))}
      >
        {t("quizMove.duplicateText")}
      </ConfirmButton>
      {quiz.status === "published" && quiz.has_draft ? (
        <ConfirmButton
          {...button}
          danger
          label={t("quizMove.discard")}
          title={t("quizMove.discardTitle")}
          confirm={t("quizMove.discard")}
          action={async () => onChanged(await changes.discard(quiz))}
        >
          {t("quizMove.discardText", { number: quiz.revision })}
        </ConfirmButton>
      ) : null}
      {quiz.status === "published" ? (
        <ConfirmButton
          {...button}
          label={t("quizMove.archive")}
          title={t("quizMove.archiveTitle")}
          confirm={t("quizMove.archive")}
          action={async () => onChanged(await changes.archive(quiz))}
        >
          {t(owner.organisation === null ? "quizMove.archiveTextCompany" : "quizMove.archiveText")}
        </ConfirmButton>
      ) : null}
      {quiz.status === "archived" ? (
        <ConfirmButton
          {...button}
          label={t("quizMove.restore")}
          title={t("quizMove.restoreTitle")}
          confirm={t("quizMove.restore")}
          action={async () => onChanged(await changes.restore(quiz))}
        >
          {t("quizMove.restoreText")}
        </ConfirmButton>
      ) : null}
      {quiz.status === "draft" ? (
        <ConfirmButton
          {...button}
          danger
          label={t("quizMove.remove")}
          title={t("quizMove.removeTitle")}
          confirm={t("quizMove.remove")}
          action={async () => {
            await changes.remove(quiz);
            onRemoved();
          }}
        >
          {t("quizMove.removeText")}
        </ConfirmButton>
      ) : null}
    </div>
  );
}
