import { Link } from "@tanstack/react-router";
import type { QuizCandidate } from "@/api/types";
import { useTranslation } from "@/i18n/companyQuizzes";
import { formatDuration, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { StateTag } from "@/ui/StateTag";
import { isReadable, minutesOf } from "./model/candidates";
import classes from "./Quizzes.module.css";
import { outOf, STATE_TONES } from "./words";

interface Props {
  quiz: string;
  candidate: QuizCandidate;
  name: string;
}

/** Somebody who answered, with their result, the time they took, and what was counted. */
export function CandidateRow({ quiz, candidate, name }: Props) {
  const { t } = useTranslation();
  const { invitation_id: id, state, result, seconds, signals, submitted_at: at } = candidate;
  return (
    <div className={classes.head}>
      <div className={classes.main}>
        {id && isReadable(candidate) ? (
          <Link
            to={paths.companyQuizCandidate}
            params={{ quiz, invitation: id }}
            className={classes.link}
          >
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        )}
        <p className={`${classes.facts} ${classes.soft}`}>
          {candidate.label ? <span>{t("candidate.hidden")}</span> : null}
          {at ? <span>{t("candidate.handedIn", { date: formatMoment(at) })}</span> : null}
          {candidate.by_clock ? <span>{t("candidate.byClock")}</span> : null}
          {seconds == null ? null : <span>{formatDuration(minutesOf(seconds))}</span>}
          {signals ? (
            <span>
              {t("candidate.switches", { count: signals.tab_switches })},{" "}
              {t("candidate.pastes", { count: signals.pastes })}
            </span>
          ) : null}
        </p>
      </div>
      <span className={classes.tags}>
        {result ? (
          <span className={classes.figure}>
            {[
              t("quizWord.percent", { percent: result.percent }),
              outOf(t, result.points, result.worth),
              ...(result.is_passed == null
                ? []
                : [t(result.is_passed ? "quizWord.passed" : "quizWord.notPassed")]),
            ].join(", ")}
          </span>
        ) : null}
        <StateTag tone={STATE_TONES[state]}>{t(`quizWord.state.${state}`)}</StateTag>
      </span>
    </div>
  );
}
