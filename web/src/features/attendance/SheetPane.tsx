import { Stack } from "@mantine/core";
import type { AttendanceSheet, HalfDayPart } from "@/api/types";
import { ClosingPanel } from "./ClosingPanel";
import { ContestsPanel } from "./ContestsPanel";
import { ExportsPanel } from "./ExportsPanel";
import type { Place } from "./outboxStore";
import { PaperPanel } from "./PaperPanel";
import { SealPanel } from "./SealPanel";
import type { Pane } from "./search";
import { TaughtForm } from "./TaughtForm";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  waiting: number;
  staff: boolean;
  now: number;
  onGo: (pane: Pane, part: HalfDayPart) => void;
}

/** The sheet as a document: what was taught, the paper one, closing, what came after, files. */
export default function SheetPane({ place, sheet, waiting, staff, now, onGo }: Props) {
  return (
    <Stack gap="lg">
      {sheet.state === "open" ? null : <SealPanel sheet={sheet} />}
      <ContestsPanel place={place} sheet={sheet} decides={staff} />
      <TaughtForm place={place} sheet={sheet} />
      <PaperPanel place={place} sheet={sheet} />
      {sheet.state === "open" ? (
        <ClosingPanel place={place} sheet={sheet} waiting={waiting} now={now} onGo={onGo} />
      ) : null}
      <ExportsPanel place={place} sheet={sheet} />
    </Stack>
  );
}
