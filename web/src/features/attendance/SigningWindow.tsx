import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { AttendanceHalfDay, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatMoment } from "@/lib/format";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";

const MINUTES = ["15", "30", "60", "240", "1440", "10080"] as const;
const LONGEST = 500;
const SHORTEST = 3;

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  now: number;
}

/** Whether one may sign now, until when, and how to open signing again. */
export function SigningWindow({ place, sheet, half, now }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  if (sheet.state !== "open") return null;
  const { signing_opens_at: opens, signing_closes_at: closes } = half;
  const state = now < Date.parse(opens) ? "early" : now > Date.parse(closes) ? "over" : "open";
  const { reopened_until: until, reopened_reason: reason } = sheet;
  return (
    <>
      <Notice
        tone={state === "open" ? "success" : "info"}
        icon={state === "open" ? "check" : "clock"}
        title={t(`signing.window.${state}`, {
          opens: formatMoment(opens),
          closes: formatMoment(closes),
        })}
        actions={
          state === "over" ? (
            <Button size="sm" variant="default" onClick={() => setAsking(true)}>
              {t("signing.reopen.open")}
            </Button>
          ) : null
        }
      >
        {until && reason
          ? t("signing.window.reopened", { date: formatMoment(until), reason })
          : null}
      </Notice>
      {isAsking ? <ReopenDialog place={place} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function ReopenDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation();
  const { reopen } = useSheetChanges(place);
  const [minutes, setMinutes] = useState<string>("30");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async () => {
    const short = reason.trim().length < SHORTEST;
    setMissing(short);
    if (short) return;
    setPending(true);
    setError(null);
    try {
      await reopen(Number(minutes), reason.trim());
      onClose();
    } catch (refusal) {
      setError(refusal);
      setPending(false);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t("signing.reopen.title")}>
      <Stack>
        <Text>{t("signing.reopen.text")}</Text>
        {error ? <ProblemNotice error={error} /> : null}
        <NativeSelect
          size="md"
          label={t("signing.reopen.minutes")}
          value={minutes}
          data={MINUTES.map((value) => ({ value, label: t(`signing.reopen.for.${value}`) }))}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <Textarea
          label={t("reason.label")}
          autosize
          minRows={2}
          required
          maxLength={LONGEST}
          value={reason}
          error={missing ? t("signing.reopen.missing") : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={pending} onClick={submit}>
            {t("signing.reopen.open")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
