import type { MyQuizInvitationNotice } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";

const READS = ["submitted", "to_grade", "graded", "published"];

/** What became of an invitation that is open no more; nothing of one that is. */
export function InvitationOutcome({ invitation }: { invitation: MyQuizInvitationNotice }) {
  const { t } = useTranslation();
  const { id, state } = invitation;
  if (state === "withdrawn" || state === "expired") {
    return (
      <Notice tone="info" title={t(`quizInvite.outcome.${state}`)}>
        {t(`quizInvite.outcomeHelp.${state}`)}
      </Notice>
    );
  }
  if (!READS.includes(state)) return null;
  const published = state === "published";
  return (
    <Notice
      tone="success"
      title={t(published ? "quizInvite.outcome.published" : "attempt.handedIn")}
      actions={
        <ButtonLink to={paths.myQuizInvitationAttempt} params={{ invitation: id }} size="sm">
          {t(published ? "quizInvite.toResult" : "quizInvite.toCopy")}
        </ButtonLink>
      }
    >
      {published
        ? t("quizInvite.outcomeHelp.published", { company: invitation.company_name })
        : t("attempt.waits")}
    </Notice>
  );
}
