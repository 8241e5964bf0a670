import { Skeleton, Stack } from "@mantine/core";
import { lazy, Suspense, useEffect, useRef } from "react";
import type { AttendanceSheet, HalfDayPart } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { cellOf, currentPart } from "./model/marks";
import { lastSaid } from "./model/outbox";
import type { Place } from "./outboxStore";
import { RollCallPane } from "./RollCallPane";
import { SealedRoll } from "./SealedRoll";
import classes from "./Sheet.module.css";
import type { Pane } from "./search";
import { useNow } from "./useNow";
import { type Person, useRollCall, waitingOf } from "./useRollCall";
import { WaitingElsewhere } from "./WaitingElsewhere";

// The roll comes first; the rest once it is asked for.
const loadSigning = () => import("./SigningPane");
const loadSheet = () => import("./SheetPane");
const SigningPane = lazy(loadSigning);
const SheetPane = lazy(loadSheet);

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  /** When the sheet was read, by this device's clock, in milliseconds. */
  readAt: number;
  person: Person;
  /** Whether they run the organisation. */
  staff: boolean;
  pane: Pane;
  part: HalfDayPart | null;
  onGo: (pane: Pane, part: HalfDayPart) => void;
}

/** The attendance of a slot: the roll, the signatures, the sheet. */
export function SheetView(props: Props) {
  const { place, sheet, readAt, person, staff, pane, onGo } = props;
  const { t } = useTranslation();
  const now = useNow(sheet.now, readAt);
  const roll = useRollCall(place, sheet, person);
  const opened = useRef<HalfDayPart | null>(null);
  // The half-day that was under way when the page was opened stays the one shown.
  opened.current ??= currentPart(sheet, now);
  const wanted = props.part ?? opened.current;
  const half = sheet.half_days.find(({ part }) => part === wanted) ?? sheet.half_days[0];
  // What has been opened once stays as it was left.
  const seen = useRef(new Set<Pane>());
  seen.current.add(pane);
  // Fetched in time: without a connection, nothing could be.
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [loadSigning, loadSheet]) load().catch(() => undefined);
    }, 1_000);
    return () => clearTimeout(timer);
  }, []);
  if (!half) return null;

  const unmarked = (part: HalfDayPart): number =>
    sheet.rows.filter((row) => {
      const waiting = waitingOf(roll.outbox, part, row.enrolment_id);
      const status = waiting ? lastSaid(waiting).status : cellOf(row, part)?.mark?.status;
      return row.is_expected && (status ?? "unmarked") === "unmarked";
    }).length;
  const waiting = Object.keys(roll.outbox).length;
  return (
    <Stack gap="md">
      <WaitingElsewhere person={person} place={place} />
      {sheet.cancelled_at ? <Notice tone="error" title={t("sheet.cancelled")} /> : null}
      {sheet.half_days.length > 1 && pane !== "feuille" ? (
        <div className={classes.halves}>
          <Choices<HalfDayPart>
            legend={t("sheet.half")}
            value={half.part}
            choices={sheet.half_days.map(({ part }) => ({
              value: part,
              label: t(`mark.part.${part}`),
              figure:
                sheet.state === "open" ? t("sheet.unmarked", { count: unmarked(part) }) : null,
            }))}
            onChange={(part) => onGo(pane, part)}
          />
        </div>
      ) : null}
      {seen.current.has("appel") ? (
        <div hidden={pane !== "appel"} className={classes.pane}>
          {sheet.state === "open" && !sheet.cancelled_at ? (
            <RollCallPane place={place} sheet={sheet} half={half} roll={roll} now={now} />
          ) : (
            <SealedRoll
              place={place}
              sheet={sheet}
              half={half}
              roll={roll}
              rectifies={staff && sheet.state !== "open"}
            />
          )}
        </div>
      ) : null}
      {seen.current.has("signatures") ? (
        <div hidden={pane !== "signatures"}>
          <Suspense fallback={<Waiting />}>
            <SigningPane place={place} sheet={sheet} half={half} person={person.id} now={now} />
          </Suspense>
        </div>
      ) : null}
      {seen.current.has("feuille") ? (
        <div hidden={pane !== "feuille"}>
          <Suspense fallback={<Waiting />}>
            <SheetPane
              place={place}
              sheet={sheet}
              waiting={waiting}
              staff={staff}
              now={now}
              onGo={onGo}
            />
          </Suspense>
        </div>
      ) : null}
    </Stack>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return <Skeleton height={240} role="img" aria-label={t("state.loading")} />;
}
