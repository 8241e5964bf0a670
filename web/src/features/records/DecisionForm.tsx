import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { organisationFiles } from "@/api/files";
import type { FileCard, RecordContest } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { Choices } from "@/ui/Choices";
import { FileUpload } from "@/ui/FileUpload";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import {
  DECISION_POINTERS,
  type DecisionValues,
  decisionOf,
  explains,
  misses,
  UNDECIDED,
} from "./model/decision";
import { REASONS, STATUSES } from "./model/marks";
import { under } from "./pointers";
import { type Place, useRecordChanges } from "./queries";
import classes from "./Records.module.css";

interface Props {
  place: Place;
  contest: RecordContest;
  onCancel: () => void;
}

/** Decides a contest, with a reason; accepted, it says what is right. */
export function DecisionForm({ place, contest, onCancel }: Props) {
  const { t } = useTranslation();
  const { decide, refresh } = useRecordChanges(place);
  const [proof, setProof] = useState<FileCard | null>(null);
  const form = useForm<DecisionValues>({
    initialValues: UNDECIDED,
    validate: {
      reason: (value) => (value.trim().length < 3 ? t("records.decisionReasonMissing") : null),
      minutes_late: (value, { decision, status }) =>
        decision === "accepted" && status === "late" && !/^\d{1,3}$/.test(value.trim())
          ? t("records.minutesMissing")
          : null,
    },
  });
  const submission = useSubmission(
    form,
    (values) => {
      const body = decisionOf(values, proof?.id ?? null);
      return under(DECISION_POINTERS, decide(contest.slot_id, contest.id, body));
    },
    {
      onProblem: (problem) => {
        // Somebody else decided: what they decided takes the place of this form.
        if (problem.code === "already_decided") void refresh();
        return false;
      },
    },
  );
  const { values } = form;
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Choices<DecisionValues["decision"]>
          legend={t("records.decision")}
          value={values.decision}
          choices={[
            { value: "accepted", label: t("records.accept") },
            { value: "rejected", label: t("records.reject") },
          ]}
          onChange={(decision) => form.setFieldValue("decision", decision)}
        />
        {values.decision === "accepted" ? (
          <>
            <div className={classes.fields}>
              <NativeSelect
                size="md"
                label={t("records.rightMark")}
                data={STATUSES.map((value) => ({
                  value,
                  label: t(`recordWord.status.${value}`),
                }))}
                {...form.getInputProps("status")}
              />
              {values.status === "late" ? (
                <TextInput
                  label={t("records.minutesLate")}
                  inputMode="numeric"
                  maxLength={3}
                  required
                  {...form.getInputProps("minutes_late")}
                />
              ) : null}
              {values.status === "present" ? null : (
                <NativeSelect
                  size="md"
                  label={t("records.cause")}
                  data={[
                    { value: "", label: t("records.noCause") },
                    ...REASONS.map((value) => ({
                      value,
                      label: t(`recordWord.reason.${value}`),
                    })),
                  ]}
                  {...form.getInputProps("cause")}
                />
              )}
            </div>
            {misses(values.status) ? (
              <Checkbox
                label={t("records.isJustified")}
                {...form.getInputProps("justified", { type: "checkbox" })}
              />
            ) : null}
          </>
        ) : null}
        {explains(values) ? (
          <FileUpload
            label={t("records.decisionProof")}
            description={t("records.decisionProofHelp")}
            path={organisationFiles(place.organisation)}
            purpose="absence_proof"
            value={proof}
            onChange={setProof}
          />
        ) : null}
        <Textarea
          label={t("records.decisionReason")}
          description={t("records.decisionReasonHelp")}
          autosize
          minRows={2}
          maxLength={500}
          required
          {...form.getInputProps("reason")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t(values.decision === "accepted" ? "records.submitAccept" : "records.submitReject")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
