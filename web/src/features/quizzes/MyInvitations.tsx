import { Link } from "@tanstack/react-router";
import type { MyQuizInvitation } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import { useMyInvitations } from "./invitedQueries";
import classes from "./Quizzes.module.css";
import { formatClosing, INVITATION_TONES } from "./words";

/** The quizzes that companies invite one to, the last sent first. */
export function MyInvitations() {
  const { t } = useTranslation();
  const list = useMyInvitations();
  return (
    <PagedList
      list={list}
      height={140}
      none={
        <Notice icon="building" title={t("quizInvite.none")}>
          {t("quizInvite.noneHelp")}
        </Notice>
      }
    >
      {(invitations) => (
        <ul className={classes.list}>
          {invitations.map((invitation) => (
            <li key={invitation.id}>
              <Row invitation={invitation} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Row({ invitation }: { invitation: MyQuizInvitation }) {
  const { t } = useTranslation();
  const {
    id,
    title,
    state,
    company_name: company,
    purpose,
    closes_at: closes,
    result,
  } = invitation;
  const isOpen = state === "invited" || state === "started";
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.title}>
            <Link to={paths.myQuizInvitation} params={{ invitation: id }}>
              {title}
            </Link>
          </h3>
        </div>
        <span className={classes.tags}>
          <StateTag tone={INVITATION_TONES[state]}>{t(`quizWord.state.${state}`)}</StateTag>
        </span>
      </div>
      <p className={classes.facts}>
        <span>{company}</span>
        {purpose ? <span>{purpose}</span> : null}
      </p>
      <p className={`${classes.facts} ${classes.soft}`}>
        <span>{t("quizInvite.sent", { date: formatMoment(invitation.sent_at) })}</span>
        {isOpen ? (
          <span>
            {t(Date.parse(closes) > Date.now() ? "myQuiz.closes" : "myQuiz.closed", {
              date: formatClosing(closes),
            })}
          </span>
        ) : null}
        {result ? (
          <span>
            {t("myQuiz.result", { percent: result.percent })}
            {result.is_passed == null
              ? ""
              : `, ${t(result.is_passed ? "quizWord.passed" : "quizWord.notPassed")}`}
          </span>
        ) : null}
      </p>
    </div>
  );
}
