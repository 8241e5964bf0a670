import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import type { MyHalfDay, MySlot } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { dayOf, formatDate, formatTime, formatTimes, timeOf } from "@/lib/days";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { LateNote } from "./LateNote";
import { MarkTag } from "./MarkTag";
import { mySlotQuery, useMyAttendance } from "./mineQueries";
import { lateness, shownNow } from "./model/own";
import { useMinutes } from "./useMinutes";
import { partName } from "./words";

interface Props {
  slot: string;
  code: string;
  /** Whether the code is that of the way out. */
  leaves: boolean;
  /** The way to all of one's marks. */
  home: ReactNode;
}

/** Refusals that a page has words of its own for: what happened, and what to do. */
const KNOWN = ["qr_expired", "signing_not_open", "signing_over", "marked_otherwise", "not_present"];
type Known =
  | "qr_expired"
  | "signing_not_open"
  | "signing_over"
  | "marked_otherwise"
  | "not_present";

/**
 * Marks one's presence with the scanned code, or notes that one leaves, once, as soon as the page is there. Whoever comes
 * late is told so first, and decides.
 */
export function ScanResult({ slot, code, leaves, home }: Props) {
  const { t } = useTranslation();
  const { scan } = useMyAttendance();
  const enter = useMutation({ mutationFn: () => scan(slot, code, false) });
  const exit = useMutation({ mutationFn: () => scan(slot, code, true) });
  const scanned = useRef<string | null>(null);
  const arriving = leaves ? exit : enter;
  const { mutate } = arriving;
  const before = useQuery({ ...mySlotQuery(slot), enabled: !leaves });
  const half = before.data ? shownNow(before.data) : undefined;
  const isLate = useIsLate(half) && !half?.signature;
  const [agreed, setAgreed] = useState<string | null>(null);
  // What cannot be read is refused by the scan itself, in its own words.
  const isReady = leaves || before.isError || (before.isSuccess && !isLate);
  useEffect(() => {
    if (!isReady || scanned.current === code) return;
    scanned.current = code;
    mutate();
  }, [isReady, code, mutate]);
  const view = exit.data ?? enter.data;
  const asks = half && isLate && agreed !== code && !view && !arriving.isPending;
  return (
    <Stack>
      {asks ? (
        <>
          <LateNote half={half} />
          <div>
            <Button
              onClick={() => {
                setAgreed(code);
                scanned.current = code;
                mutate();
              }}
            >
              {t("scan.sign")}
            </Button>
          </div>
        </>
      ) : null}
      {!asks && (arriving.isIdle || (arriving.isPending && !view)) ? (
        <>
          <Text role="status">{t("scan.sending")}</Text>
          <Skeleton height={180} radius="lg" role="img" aria-label={t("state.loading")} />
        </>
      ) : null}
      {arriving.error && !asks ? (
        <Refused error={arriving.error} onRetry={() => arriving.mutate()} />
      ) : null}
      {view ? (
        <>
          <Notice tone="success" announce title={t(exit.data ? "scan.left" : "scan.done")}>
            {t(exit.data ? "scan.leftHelp" : "scan.doneHelp")}
          </Notice>
          <Marked slot={view} />
          {view.asks_entry_exit && !exit.data ? (
            <div>
              <Button variant="default" loading={exit.isPending} onClick={() => exit.mutate()}>
                {t("scan.leave")}
              </Button>
              <Text size="sm" c="dimmed" mt={6}>
                {t("scan.leaveHelp")}
              </Text>
            </div>
          ) : null}
          {exit.error ? <Refused error={exit.error} onRetry={() => exit.mutate()} /> : null}
        </>
      ) : null}
      <div>{home}</div>
    </Stack>
  );
}

/** Whether signing this half-day now is signing it late. */
function useIsLate(half: MyHalfDay | undefined): boolean {
  const now = useMinutes();
  return half !== undefined && lateness(half, now) !== null;
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  if (problem.status === 404) {
    return (
      <Notice tone="error" announce title={t("scan.notYours")}>
        {t("scan.notYoursHelp")}
      </Notice>
    );
  }
  if (!KNOWN.includes(problem.code)) return <ProblemNotice error={problem} onRetry={onRetry} />;
  return (
    <Notice
      tone="warning"
      icon="alert"
      announce
      title={problem.message}
      actions={
        problem.code === "signing_not_open" ? (
          <Button size="sm" variant="default" onClick={onRetry}>
            {t("problem.retry")}
          </Button>
        ) : null
      }
    >
      {t(`scan.why.${problem.code as Known}`)}
    </Notice>
  );
}

/** What is noted of one in this slot. */
function Marked({ slot }: { slot: MySlot }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Stack gap="sm">
        <div>
          <Text fw={650}>{slot.label}</Text>
          <Text c="dimmed">
            {`${formatDate(dayOf(slot.starts_at))}, ${formatTimes(slot.starts_at, slot.ends_at)}`}
          </Text>
          {slot.place ? <Text c="dimmed">{slot.place}</Text> : null}
        </div>
        <Facts
          facts={slot.half_days.map(({ half_day: unit, mark }) => [
            partName(t, unit.part),
            <span key={unit.part}>
              <MarkTag mark={mark} />
              {mark?.entered_at
                ? ` ${t("own.entered", { time: formatTime(timeOf(mark.entered_at)) })}`
                : ""}
              {mark?.left_at
                ? `, ${t("own.left", { time: formatTime(timeOf(mark.left_at)) })}`
                : ""}
            </span>,
          ])}
        />
      </Stack>
    </Panel>
  );
}
