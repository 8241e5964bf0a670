import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { AttendanceHalfDay, AttendanceRow } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { fullName } from "@/lib/names";
import { isSignature, type Strokes } from "@/lib/strokes";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { SignaturePad } from "@/ui/SignaturePad";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";
import classes from "./Signing.module.css";
import { partName } from "./words";

interface Props {
  place: Place;
  half: AttendanceHalfDay;
  /** What the slot is called: one reads what one signs. */
  label: string;
  /** Who signs, one after the other. */
  people: AttendanceRow[];
  onClose: () => void;
}

/** The device goes from hand to hand: each person sees what they sign, draws, and passes it on. */
export function CollectDialog({ place, half, label, people, onClose }: Props) {
  const { t } = useTranslation();
  const { collect } = useSheetChanges(place);
  // Who is to sign was settled when the dialog opened: the sheet changes with every signature.
  const [queue] = useState(people);
  const [turn, setTurn] = useState(0);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);
  const person = queue[turn];
  const isLast = turn === queue.length - 1;
  if (!person) return null;

  const pass = () => {
    setStrokes([]);
    setError(null);
    setMissing(false);
    if (isLast) onClose();
    else setTurn(turn + 1);
  };
  const sign = async () => {
    setMissing(!isSignature(strokes));
    if (!isSignature(strokes)) return;
    setPending(true);
    setError(null);
    try {
      await collect(person.enrolment_id, half.part, strokes);
      pass();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="42rem"
      title={t("signing.dialog", { place: turn + 1, count: queue.length })}
      closeOnClickOutside={false}
    >
      <Stack>
        <div aria-live="polite">
          <p className={classes.who}>{fullName(person)}</p>
          <Text c="dimmed">
            {label}
            {" · "}
            {formatDate(dayOf(half.starts_at))}, {partName(t, half.part).toLocaleLowerCase("fr")} (
            {formatTimes(half.starts_at, half.ends_at)})
          </Text>
        </div>
        {error ? <ProblemNotice error={error} /> : null}
        <SignaturePad
          key={person.enrolment_id}
          label={t("signing.padOf", { name: fullName(person) })}
          value={strokes}
          onChange={(drawn) => {
            setMissing(false);
            setStrokes(drawn);
          }}
          error={missing ? t("signing.tooShort") : null}
          disabled={pending}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={pass}>
            {t(isLast ? "signing.stop" : "signing.skip")}
          </Button>
          <Button loading={pending} onClick={sign}>
            {t(isLast ? "signing.confirm" : "signing.confirmNext")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
