import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { AttendanceRow, HalfDayPart } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { Disclosure } from "@/ui/Disclosure";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Marks.module.css";
import { saidOf } from "./model/marks";
import type { Place } from "./outboxStore";
import { historyQuery } from "./queries";
import { markOrigin, saidName } from "./words";

interface Props {
  place: Place;
  row: AttendanceRow;
  part: HalfDayPart;
}

/** Everything that was ever said of somebody in a half-day. */
export function History(props: Props) {
  const { t } = useTranslation();
  return (
    <Disclosure label={t("mark.history")}>
      <Entries {...props} />
    </Disclosure>
  );
}

function Entries({ place, row, part }: Props) {
  const { t } = useTranslation();
  const query = useQuery(historyQuery(place, row.enrolment_id));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton height={40} role="img" aria-label={t("state.loading")} />;
  const entries = query.data.filter((entry) => entry.part === part);
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("mark.noHistory")}
      </Text>
    );
  }
  return (
    <ol className={classes.history}>
      {entries.map(({ mark }) => (
        <li key={mark.number}>
          {saidName(t, saidOf(mark))}{" "}
          <span className={classes.soft}>
            {markOrigin(t, mark)}
            {mark.is_rectified ? ` · ${t("mark.rectified")}` : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}
