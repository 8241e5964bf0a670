import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { asProblem, fieldOf } from "@/api/problem";
import type { SlotDetails } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { HoursFields } from "./HoursFields";
import { takenBy } from "./model/conflicts";
import { type Hours, hoursBody, hoursFault, hoursOf } from "./model/slots";
import { useAction } from "./queries";
import { useSlotChanges } from "./slotQueries";
import { Taken } from "./Taken";
import { TrainerChoice } from "./TrainerChoice";

interface Props {
  organisation: string;
  session: string;
  slot: SlotDetails;
  onClose: () => void;
}

/** The faults of a refusal, by field; those of no field here are told above. */
export function faultsOf(error: unknown, fields: string[]) {
  if (!error) return { byField: {} as Record<string, string>, rest: [] as string[] };
  const byField: Record<string, string> = {};
  const rest: string[] = [];
  for (const { pointer, message } of asProblem(error).errors) {
    const field = fieldOf(pointer).replace(/^(hours|subject)\./, "");
    if (fields.includes(field)) byField[field] ??= message;
    else rest.push(message);
  }
  return { byField, rest };
}

/** Puts the times of a slot right after attendance was taken: the reason and the old times stay with it. */
export function RectifyDialog({ organisation, session, slot, onClose }: Props) {
  const { t } = useTranslation();
  const { rectify } = useSlotChanges(organisation, session);
  const [hours, setHours] = useState<Hours>(() => hoursOf(slot));
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const run = useAction(() => rectify(slot, hoursBody(hours), reason.trim()));
  const { byField, rest } = faultsOf(run.error, [
    "date",
    "start_time",
    "end_time",
    "end_date",
    "reason",
  ]);
  const wrong = checked ? hoursFault(hours) : null;
  const submit = () => {
    setChecked(true);
    if (hoursFault(hours) || reason.trim() === "") return;
    run.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog opened onClose={onClose} title={t("rectify.title")}>
      <Stack>
        <Text>{t("rectify.text")}</Text>
        {run.error && Object.keys(byField).length === 0 ? (
          <ProblemNotice error={run.error} messages={rest} />
        ) : null}
        <HoursFields
          value={hours}
          onChange={setHours}
          errors={{
            ...byField,
            ...(wrong
              ? { end_time: t(wrong === "order" ? "slot.fault.order" : "form.required") }
              : {}),
          }}
        />
        <Textarea
          label={t("reason.label")}
          description={t("rectify.reasonHelp")}
          autosize
          minRows={2}
          maxLength={500}
          required
          error={checked && reason.trim() === "" ? t("form.required") : (byField.reason ?? null)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={run.isPending} onClick={submit}>
            {t("rectify.submit")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Gives a slot to other trainers: who was to be there stays in its history. */
export function ReplaceDialog({ organisation, session, slot, onClose }: Props) {
  const { t } = useTranslation();
  const { replace } = useSlotChanges(organisation, session);
  const [trainers, setTrainers] = useState(
    slot.trainers.flatMap(({ person_id: person }) => (person ? [person] : [])),
  );
  const [reason, setReason] = useState("");
  const [stands, setStands] = useState("");
  const [checked, setChecked] = useState(false);
  const run = useAction(() =>
    replace(slot, {
      trainers,
      reason: reason.trim(),
      override_reason: stands.trim() === "" ? null : stands.trim(),
    }),
  );
  const taken = run.error ? takenBy(asProblem(run.error)) : null;
  const { byField, rest } = faultsOf(taken ? null : run.error, [
    "trainers",
    "reason",
    "override_reason",
  ]);
  const submit = () => {
    setChecked(true);
    if (reason.trim() === "") return;
    run.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog opened onClose={onClose} title={t("replace.title")}>
      <Stack>
        <Text>{t("replace.text")}</Text>
        {run.error && !taken && Object.keys(byField).length === 0 ? (
          <ProblemNotice error={run.error} messages={rest} />
        ) : null}
        <TrainerChoice
          organisation={organisation}
          label={t("slot.trainers")}
          value={trainers}
          known={slot.trainers}
          error={byField.trainers ?? null}
          onChange={setTrainers}
          inDialog
        />
        <Textarea
          label={t("reason.label")}
          description={t("replace.reasonHelp")}
          autosize
          minRows={2}
          maxLength={500}
          required
          error={checked && reason.trim() === "" ? t("form.required") : (byField.reason ?? null)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {taken ? <Taken messages={taken} reason={stands} onReason={setStands} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={run.isPending} onClick={submit}>
            {t("replace.submit")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
