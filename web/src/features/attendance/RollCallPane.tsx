import { Button, NativeSelect, Switch, Text, TextInput } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { AttendanceHalfDay, AttendanceSheet, MarkStatus } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { dayOf, formatDate, formatTime, timeOf } from "@/lib/days";
import { folded } from "@/lib/matching";
import { Notice } from "@/ui/Notice";
import { KeyHints } from "./KeyHints";
import { CALLED, cellOf, countOf, opensAt, plain } from "./model/marks";
import { lastSaid } from "./model/outbox";
import type { Place } from "./outboxStore";
import classes from "./Roll.module.css";
import { RollList } from "./RollList";
import { StuckRows } from "./StuckRows";
import { SyncState } from "./SyncState";
import { type RollCall, waitingOf } from "./useRollCall";
import { rollName } from "./words";

type Filter = MarkStatus | "all";
const FILTERS: Filter[] = ["all", "unmarked", ...CALLED];

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  roll: RollCall;
  now: number;
}

/** The roll call of a half-day on one screen. */
export function RollCallPane({ place, sheet, half, roll, now }: Props) {
  const { t } = useTranslation();
  const { part } = half;
  const [words, setWords] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const [fromPaper, setFromPaper] = useState(false);
  const wanted = useDeferredValue(folded(words));
  const method = fromPaper ? "paper" : "trainer";

  const states = useMemo(
    () =>
      new Map(
        sheet.rows.map((row) => {
          const waiting = waitingOf(roll.outbox, part, row.enrolment_id);
          const status = waiting ? lastSaid(waiting).status : cellOf(row, part)?.mark?.status;
          return [row.enrolment_id, status ?? "unmarked"] as const;
        }),
      ),
    [sheet.rows, roll.outbox, part],
  );
  const expected = sheet.rows.filter((row) => row.is_expected);
  const counts = countOf(expected.map((row) => states.get(row.enrolment_id) ?? "unmarked"));
  const rows = useMemo(
    () =>
      sheet.rows.filter(
        (row) =>
          (filter === "all" || states.get(row.enrolment_id) === filter) &&
          (wanted === "" || folded(`${rollName(row)} ${row.reference ?? ""}`).includes(wanted)),
      ),
    [sheet.rows, states, filter, wanted],
  );
  const left = expected.filter((row) => states.get(row.enrolment_id) === "unmarked");
  const opens = opensAt(half);
  const hasBegun = now >= opens;
  const allPresent = () =>
    roll.say(
      part,
      left.map((row) => row.enrolment_id),
      plain("present"),
      { method },
    );

  if (sheet.rows.length === 0) {
    return <Notice tone="info" title={t("roll.nobody")} />;
  }
  return (
    <>
      {hasBegun ? null : (
        <Notice tone="info" icon="clock" title={t("roll.notBegun")}>
          {t("roll.notBegunHelp", {
            day: formatDate(dayOf(opens)),
            time: formatTime(timeOf(new Date(opens).toISOString())),
          })}
        </Notice>
      )}
      <StuckRows sheet={sheet} roll={roll} />
      <div className={classes.toolbar}>
        <TextInput
          type="search"
          className={classes.search ?? ""}
          label={t("roll.search")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <NativeSelect
          size="md"
          className={classes.filter ?? ""}
          label={t("roll.filter")}
          value={filter}
          data={FILTERS.map((value) => ({ value, label: t(`roll.filters.${value}`) }))}
          onChange={(event) => setFilter(event.currentTarget.value as Filter)}
        />
        <Button size="md" disabled={left.length === 0 || !hasBegun} onClick={allPresent}>
          {t("roll.allPresent")}
        </Button>
      </div>
      <Switch
        label={t("roll.fromPaper")}
        description={t("roll.fromPaperHelp")}
        checked={fromPaper}
        onChange={(event) => setFromPaper(event.currentTarget.checked)}
      />
      <div className={classes.bar}>
        <ul className={classes.counts} aria-label={t("roll.counts")}>
          {(["unmarked", ...CALLED] as const).map((status) => (
            <li key={status}>
              <strong>{counts[status]}</strong>{" "}
              {t(`roll.count.${status}`, { count: counts[status] })}
            </li>
          ))}
        </ul>
        <SyncState roll={roll} />
      </div>
      <KeyHints />
      {rows.length === 0 ? (
        <Text c="dimmed">{t("roll.noneFound")}</Text>
      ) : (
        <RollList
          key={part}
          place={place}
          sheet={sheet}
          half={half}
          rows={rows}
          roll={roll}
          method={method}
          now={now}
        />
      )}
    </>
  );
}
