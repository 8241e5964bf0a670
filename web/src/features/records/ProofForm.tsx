import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { organisationFiles } from "@/api/files";
import type { AttendanceProofBody, FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { instantOf, today } from "@/lib/days";
import { parseDuration } from "@/lib/duration";
import { fullName } from "@/lib/names";
import { FileUpload, type Underway } from "@/ui/FileUpload";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { type Place, sheetsQuery, totalsQuery, useRecordChanges } from "./queries";
import classes from "./Records.module.css";
import { slotName } from "./words";

type Kind = AttendanceProofBody["kind"];
const KINDS: Kind[] = ["connection", "quiz", "work", "message", "other"];

interface Values extends Record<string, unknown> {
  enrolment_id: string;
  kind: Kind;
  slot_id: string;
  happened_at: string;
  time: string;
  minutes: string;
  description: string;
  file_id: FileCard | null;
}

interface Props {
  place: Place;
  onDone: () => void;
  onCancel: () => void;
}

/** Gives an element of proof: of whom, what, when, with a file where there is one. */
export function ProofForm({ place, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { prove } = useRecordChanges(place);
  const people = useQuery(totalsQuery(place)).data?.trainees ?? [];
  const sheets = useQuery(sheetsQuery(place)).data ?? [];
  const first = useFirstFocus<HTMLSelectElement>();
  const [underway, setUnderway] = useState<Underway>(null);
  const form = useForm<Values>({
    initialValues: {
      enrolment_id: "",
      kind: "connection",
      slot_id: "",
      happened_at: today(),
      time: "",
      minutes: "",
      description: "",
      file_id: null,
    },
    validate: {
      enrolment_id: (value) => (value === "" ? t("form.required") : null),
      happened_at: (value) => (value === "" ? t("form.required") : null),
      time: (value) => (value === "" ? t("form.required") : null),
      minutes: (value) =>
        value.trim() !== "" && parseDuration(value) === null ? t("recordProof.minutesFault") : null,
      description: (value) =>
        value.trim().length < 3 ? t("recordProof.descriptionMissing") : null,
      file_id: () => (underway === "sending" ? t("upload.awaited") : null),
    },
  });
  const { clearFieldError } = form;
  useEffect(() => {
    // What was waited for has arrived, or will not.
    if (underway === null) clearFieldError("file_id");
  }, [underway, clearFieldError]);
  const submission = useSubmission(form, async (values) => {
    await prove({
      enrolment_id: values.enrolment_id,
      kind: values.kind,
      slot_id: values.slot_id === "" ? null : values.slot_id,
      happened_at: instantOf(values.happened_at, values.time),
      minutes: values.minutes.trim() === "" ? null : parseDuration(values.minutes),
      description: values.description.trim(),
      file_id: values.file_id?.id ?? null,
    });
    onDone();
  });
  const fault = form.errors.file_id;
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <div className={classes.fields}>
          <NativeSelect
            ref={first}
            size="md"
            label={t("recordProof.whose")}
            required
            withAsterisk={false}
            data={[
              { value: "", label: t("recordProof.choose") },
              ...people.map((one) => ({ value: one.enrolment_id, label: fullName(one) })),
            ]}
            {...form.getInputProps("enrolment_id")}
          />
          <NativeSelect
            size="md"
            label={t("recordProof.kindLabel")}
            data={KINDS.map((value) => ({ value, label: t(`recordProof.kind.${value}`) }))}
            {...form.getInputProps("kind")}
          />
        </div>
        <div className={classes.fields}>
          <TextInput
            type="date"
            label={t("recordProof.day")}
            max={today()}
            required
            {...form.getInputProps("happened_at")}
          />
          <TextInput
            type="time"
            label={t("recordProof.time")}
            required
            {...form.getInputProps("time")}
          />
          <TextInput
            label={t("recordProof.minutes")}
            placeholder={t("recordProof.minutesExample")}
            maxLength={20}
            {...form.getInputProps("minutes")}
          />
        </div>
        <NativeSelect
          size="md"
          label={t("recordProof.slot")}
          data={[
            { value: "", label: t("recordProof.wholeSession") },
            ...sheets.map((sheet) => ({ value: sheet.slot_id, label: slotName(sheet) })),
          ]}
          {...form.getInputProps("slot_id")}
        />
        <TextInput
          label={t("recordProof.description")}
          description={t("recordProof.descriptionHelp")}
          maxLength={500}
          required
          {...form.getInputProps("description")}
        />
        <FileUpload
          label={t("recordProof.file")}
          path={organisationFiles(place.organisation)}
          purpose="absence_proof"
          value={form.values.file_id}
          onChange={(card) => form.setFieldValue("file_id", card)}
          onUnderway={setUnderway}
          {...(typeof fault === "string" ? { error: fault } : {})}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("recordProof.submit")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
