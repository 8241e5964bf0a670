import { Title } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { AttemptDetails } from "@/features/quizzes/AttemptDetails";
import { useTranslation } from "@/i18n/quizResults";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { SessionQuizFrame } from "./SessionQuizFrame";
import classes from "./TrainingsLayout.module.css";

/** An attempt at a quiz of a session, once it may be read with its author. */
export function SessionQuizAttemptPage() {
  const { t } = useTranslation();
  const { attempt = "" } = useParams({ strict: false });
  return (
    <SessionQuizFrame>
      {(place) => (
        <>
          <div>
            <Link
              to={paths.sessionQuiz}
              params={{
                organisation: place.organisation,
                session: place.session,
                quiz: place.quiz,
              }}
              className={classes.back}
            >
              <Icon name="chevronLeft" size={16} />
              {t("quizResult.backToResults")}
            </Link>
            <Title order={2}>{t("quizResult.details")}</Title>
          </div>
          <AttemptDetails place={place} attempt={attempt} />
        </>
      )}
    </SessionQuizFrame>
  );
}
