import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AttendanceHalfDay, AttendanceRow, AttendanceSheet, MarkStatus } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { LateEntry } from "./LateEntry";
import { MarkDetails } from "./MarkDetails";
import {
  cellOf,
  changed,
  latenessAt,
  opensAt,
  type Said,
  saidOf,
  same,
  wasThere,
} from "./model/marks";
import { isStuck, lastSaid, type Method } from "./model/outbox";
import type { Place } from "./outboxStore";
import classes from "./Roll.module.css";
import { RollRow } from "./RollRow";
import { type RollCall, waitingOf } from "./useRollCall";
import { focusRow, useRollKeys } from "./useRollKeys";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  rows: AttendanceRow[];
  roll: RollCall;
  method: Method;
  now: number;
}

type Open = { id: string; what: "late" | "details" } | null;

/** Everybody of the roll, light enough for five hundred: what does not change is not drawn again, nor what is off screen. */
export function RollList({ place, sheet, half, rows, roll, method, now }: Props) {
  const { t } = useTranslation();
  const { part } = half;
  const [active, setActive] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => rows.map((row) => row.enrolment_id), [rows]);
  const hasBegun = now >= opensAt(half);
  const current = active !== null && ids.includes(active) ? active : ids[0];

  const shown = (row: AttendanceRow): Said => {
    const waiting = waitingOf(roll.outbox, part, row.enrolment_id);
    return waiting ? lastSaid(waiting) : saidOf(cellOf(row, part)?.mark);
  };
  // What is called back later reads what is on screen then; the rows keep the same function.
  const latest = useRef({ rows, ids, shown, half, hasBegun, method, say: roll.say, now, open });
  useEffect(() => {
    latest.current = { rows, ids, shown, half, hasBegun, method, say: roll.say, now, open };
  });

  const say = useCallback((row: AttendanceRow, said: Said, proof: string | null = null) => {
    const here = latest.current;
    if (proof === null && same(said, here.shown(row))) return;
    here.say(here.half.part, [row.enrolment_id], said, { method: here.method, proof });
  }, []);

  const mark = useCallback(
    (row: AttendanceRow, status: MarkStatus): boolean => {
      const { hasBegun: begun, shown: saidOfRow } = latest.current;
      if (!row.is_expected || (!begun && wasThere(status))) return false;
      setActive(row.enrolment_id);
      if (status === "late") {
        setOpen({ id: row.enrolment_id, what: "late" });
        return false;
      }
      setOpen((before) => (before?.id === row.enrolment_id ? null : before));
      const before = saidOfRow(row);
      if (before.status !== status) say(row, changed(before, status));
      return true;
    },
    [say],
  );

  const onStatus = useCallback(
    (row: AttendanceRow, status: MarkStatus) => {
      mark(row, status);
    },
    [mark],
  );
  const next = useCallback((id: string) => {
    const { ids: all } = latest.current;
    // At once: a letter typed right after is for the next one, and what is marked may leave a filtered list.
    const following = all[all.indexOf(id) + 1] ?? id;
    focusRow(list.current, following);
  }, []);
  const onLetter = useCallback(
    (id: string, status: MarkStatus) => {
      const row = latest.current.rows.find((one) => one.enrolment_id === id);
      if (row && mark(row, status)) next(id);
    },
    [mark, next],
  );
  const toggle = useCallback((id: string) => {
    setActive(id);
    setOpen((before) =>
      before?.id === id && before.what === "details" ? null : { id, what: "details" },
    );
  }, []);
  const onDetails = useCallback((row: AttendanceRow) => toggle(row.enrolment_id), [toggle]);
  const onKeyDown = useRollKeys(list, ids, { onLetter, onDetails: toggle });
  const fold = (id: string) => {
    setOpen(null);
    setTimeout(() => focusRow(list.current, id));
  };

  return (
    <ul ref={list} className={classes.list} aria-label={t("roll.list")} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const id = row.enrolment_id;
        const waiting = waitingOf(roll.outbox, part, id);
        const said = shown(row);
        const otherCell = row.half_days.find((cell) => cell.part !== part);
        const isOpen = open?.id === id;
        return (
          <li key={id} data-row={id} className={classes.item} onFocus={() => setActive(id)}>
            <RollRow
              row={row}
              part={part}
              said={stable(row, part, said)}
              delivery={waiting ? (isStuck(waiting) ? "stuck" : "waiting") : null}
              isActive={id === current}
              hasBegun={hasBegun}
              isOpen={isOpen && open.what === "details"}
              other={otherCell ? (otherCell.mark?.status ?? "unmarked") : null}
              onStatus={onStatus}
              onDetails={onDetails}
            />
            {isOpen && open.what === "late" ? (
              <div data-aside>
                <LateEntry
                  name={fullName(row)}
                  minutes={
                    said.minutes_late ??
                    cellOf(row, part)?.declared_late_minutes ??
                    latenessAt(now, half)
                  }
                  most={half.minutes}
                  onCancel={() => fold(id)}
                  onDone={(minutes) => {
                    say(row, changed(said, "late", minutes));
                    setOpen(null);
                    next(id);
                  }}
                />
              </div>
            ) : null}
            {isOpen && open.what === "details" ? (
              <div data-aside>
                <MarkDetails
                  key={said.status}
                  place={place}
                  row={row}
                  half={half}
                  said={said}
                  mark={cellOf(row, part)?.mark ?? null}
                  asksEntryExit={sheet.asks_entry_exit}
                  onClose={() => fold(id)}
                  onSave={(written, proof) => {
                    say(row, written, proof);
                    fold(id);
                  }}
                />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const known = new WeakMap<AttendanceRow, Partial<Record<string, Said>>>();

/** The same object for the same mark, so that a row that has not changed is not drawn again. */
function stable(row: AttendanceRow, part: string, said: Said): Said {
  const found = known.get(row) ?? {};
  const before = found[part];
  if (before && same(before, said)) return before;
  known.set(row, { ...found, [part]: said });
  return said;
}
