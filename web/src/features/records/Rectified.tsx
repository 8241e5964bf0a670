import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { MyAttendance } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatMoment } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MarkTag } from "./MarkTag";
import { myRectificationsQuery } from "./mineQueries";
import type { Part } from "./model/marks";
import type { SealedMark } from "./model/rectifications";
import classes from "./Records.module.css";

interface Props {
  session: MyAttendance;
  slot: string;
  part: Part;
}

/** What a sealed mark was, what it became, why and by whom. */
export function Rectified(props: Props) {
  const { t } = useTranslation();
  return (
    <Disclosure label={t("own.rectified")}>
      <Changes {...props} />
    </Disclosure>
  );
}

const said = ({ status, justified, minutesLate }: SealedMark) => ({
  status,
  justified,
  minutes_late: minutesLate,
});

function Changes({ session, slot, part }: Props) {
  const { t } = useTranslation();
  const query = useQuery(myRectificationsQuery(session.session_id, session.enrolment_id));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  }
  const mine = query.data.filter((one) => one.slot === slot && one.part === part);
  return (
    <ul className={classes.rows}>
      {mine.map((one) => (
        <li key={one.number}>
          <div className={classes.halfHead}>
            <span>{t("own.before")}</span>
            <MarkTag mark={said(one.before)} />
            <span>{t("own.after")}</span>
            <MarkTag mark={said(one.after)} />
          </div>
          <p className={classes.said}>
            {t("recordWord.said", { name: one.by, date: formatMoment(one.at) })}
          </p>
          <p className={classes.quote}>{one.reason}</p>
        </li>
      ))}
    </ul>
  );
}
