import type { RecordContest } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatMoment } from "@/lib/format";
import { StateTag } from "@/ui/StateTag";
import classes from "./Records.module.css";

const TONES = { accepted: "success", rejected: "error", pending: "warning" } as const;

/** What one said against a mark, and what was decided. */
export function OwnContest({ contest }: { contest: RecordContest }) {
  const { t } = useTranslation();
  const { decision, decision_reason: reason, decided_by: by, decided_at: at } = contest;
  const standing = decision === "accepted" || decision === "rejected" ? decision : "pending";
  return (
    <div className={classes.below}>
      <StateTag tone={TONES[standing]}>{t(`recordWord.decision.${standing}`)}</StateTag>
      <p className={classes.said}>
        {t("contest.yours", { date: formatMoment(contest.contested_at) })}
      </p>
      <p className={classes.quote}>{contest.text}</p>
      {reason && by && at ? (
        <>
          <p className={classes.said}>
            {t("contest.decided", { name: by, date: formatMoment(at) })}
          </p>
          <p className={classes.quote}>{reason}</p>
        </>
      ) : null}
    </div>
  );
}
