import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { MyAttendance, MySlot } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatDays, today } from "@/lib/days";
import { formatDuration, formatRate } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ExportButtons, SHEET_FORMATS } from "./ExportButtons";
import { downloadMySheet } from "./mineQueries";
import { hasBegun } from "./model/own";
import { byWeek } from "./model/weeks";
import { OwnSlot } from "./OwnSlot";
import classes from "./Records.module.css";

/** One's attendance in a session: the rate and what it is made of, every half-day, the sheet as a file. */
export function OwnSession({ session }: { session: MyAttendance }) {
  const { t } = useTranslation();
  const now = today();
  const begun = session.slots.filter((slot) => hasBegun(slot, now)).toReversed();
  const ahead = session.slots.filter((slot) => !hasBegun(slot, now));
  const heading = `session-${session.session_id}`;
  return (
    <Panel labelledBy={heading}>
      <Stack>
        <div>
          <Title order={2} id={heading}>
            {session.title}
          </Title>
          <Text c="dimmed">{session.organisation}</Text>
        </div>
        <Figures session={session} />
        {session.slots.length === 0 ? (
          <Text c="dimmed">{t("own.noSlot")}</Text>
        ) : (
          <div>
            {byWeek(begun).map((week, place) => (
              <Week key={week.monday} open={place === 0} slots={week.slots} session={session}>
                {t("own.week", { period: formatDays(week.monday, week.sunday) })}
              </Week>
            ))}
            {ahead.length > 0 ? (
              <Week open={begun.length === 0} slots={ahead} session={session}>
                {t("own.ahead")}
              </Week>
            ) : null}
          </div>
        )}
        <ExportButtons
          name={t("own.sheetOf", { title: session.title })}
          label={t("own.export")}
          formats={SHEET_FORMATS}
          download={(format) => downloadMySheet(session.session_id, format)}
        />
      </Stack>
    </Panel>
  );
}

interface WeekProps {
  session: MyAttendance;
  slots: MySlot[];
  open: boolean;
  children: ReactNode;
}

function Week({ session, slots, open, children }: WeekProps) {
  const { t } = useTranslation();
  const aside = (
    <span className={classes.aside}>{t("own.slotCount", { count: slots.length })}</span>
  );
  return (
    <div className={classes.week}>
      <Disclosure label={children} aside={aside} open={open}>
        <ul className={classes.rows}>
          {slots.map((slot) => (
            <li key={slot.slot_id}>
              <OwnSlot session={session} slot={slot} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** The rate so far, with the minutes it is computed from. */
function Figures({ session: { totals, rate } }: { session: MyAttendance }) {
  const { t } = useTranslation();
  const missed = totals.justified + totals.unjustified + totals.late;
  const marked = totals.planned - totals.unmarked;
  return (
    <>
      <Facts
        facts={[
          [t("own.rate"), rate == null ? t("own.noRate") : formatRate(rate)],
          [t("own.attended"), formatDuration(totals.attended)],
          [t("own.missed"), formatDuration(missed)],
          [t("own.planned"), formatDuration(totals.planned)],
        ]}
      />
      {rate == null ? null : (
        <Text size="sm" c="dimmed">
          {t("own.formula", {
            attended: formatDuration(totals.attended),
            marked: formatDuration(marked),
            excused: formatDuration(totals.excused),
          })}
        </Text>
      )}
    </>
  );
}
