import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/moderation";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Choices } from "@/ui/Choices";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import type { Report } from "../types";
import classes from "./Moderation.module.css";
import { useReports } from "./queries";

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Leads to a report. */
  link: (report: string, children: ReactNode) => ReactNode;
  isPrivate: boolean;
}

/** The reports one decides on: those that wait, or what was decided and by whom. */
export function Reports({ open, onOpen, link, isPrivate }: Props) {
  const { t } = useTranslation();
  const list = useReports(open);
  return (
    <Stack>
      <Choices
        legend={t("report.which")}
        value={open ? "open" : "decided"}
        choices={[
          { value: "open", label: t("report.open") },
          { value: "decided", label: t("report.decided") },
        ]}
        onChange={(value) => onOpen(value === "open")}
      />
      <PagedList
        list={list}
        height={200}
        none={<Text>{t(open ? "report.noneOpen" : "report.noneDecided")}</Text>}
      >
        {(reports) => (
          <ul className={classes.rows} aria-label={t("report.list")}>
            {reports.map((report) => (
              <li key={report.id} className={classes.row}>
                <Line report={report} link={link} isPrivate={isPrivate} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function Line({ report, link, isPrivate }: Pick<Props, "link" | "isPrivate"> & { report: Report }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.facts}>
        {link(
          report.id,
          <strong>
            {t("report.line", {
              reason: t(`report.reasons.${report.reason}`),
              date: formatMoment(report.reported_at),
            })}
          </strong>,
        )}
        <StateTag tone={report.decision ? "neutral" : "warning"}>
          {t(report.decision ? `report.decisions.${report.decision}` : "report.waits")}
        </StateTag>
      </p>
      <p className={classes.facts}>
        {isPrivate || !report.room_name ? null : <span>{report.room_name}</span>}
        <span>{t("report.by", { name: report.reporter })}</span>
        {report.decided_at ? (
          <span>
            {report.decided_by
              ? t("report.decidedBy", {
                  name: report.decided_by,
                  date: formatMoment(report.decided_at),
                })
              : t("report.decidedAt", { date: formatMoment(report.decided_at) })}
          </span>
        ) : null}
        {report.is_own_message ? <span>{t("report.own")}</span> : null}
      </p>
      {report.comment ? <p className={classes.said}>{report.comment}</p> : null}
      {report.note ? (
        <p className={classes.said}>{t("report.noteIs", { note: report.note })}</p>
      ) : null}
    </>
  );
}

/** The room of a report, where those who moderate read it. */
export function RoomOfReport({ report }: { report: Report }) {
  const { t } = useTranslation();
  if (report.is_private || !report.room_name) return <>{t("report.private")}</>;
  return (
    <Link to={paths.room} params={{ room: report.room_id }}>
      {report.room_name}
    </Link>
  );
}
