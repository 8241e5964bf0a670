import { Skeleton, Stack } from "@mantine/core";
import { lazy, Suspense, useEffect, useRef } from "react";
import type { AttendanceSheet, HalfDayPart } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { keepApp } from "@/lib/appCache";
import { Notice } from "@/ui/Notice";
import { HalfChoice } from "./HalfChoice";
import { currentPart } from "./model/marks";
import type { Place } from "./outboxStore";
import { RollCallPane } from "./RollCallPane";
import { SealedRoll } from "./SealedRoll";
import classes from "./Sheet.module.css";
import type { Pane } from "./search";
import { useKeptRoll } from "./useKeptRoll";
import { useNow } from "./useNow";
import { type Person, useRollCall } from "./useRollCall";
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
  useKeptRoll(place, person, sheet, readAt);
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
      void Promise.allSettled([loadSigning(), loadSheet()])
        .then(keepApp)
        .catch(() => undefined);
    }, 1_000);
    return () => clearTimeout(timer);
  }, []);
  if (!half) return null;

  const waiting = Object.keys(roll.outbox).length;
  return (
    <Stack gap="md">
      <WaitingElsewhere person={person} place={place} />
      {sheet.cancelled_at ? <Notice tone="error" title={t("sheet.cancelled")} /> : null}
      {pane === "feuille" ? null : (
        <HalfChoice sheet={sheet} half={half} roll={roll} onChange={(part) => onGo(pane, part)} />
      )}
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
