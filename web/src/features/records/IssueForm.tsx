import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Certificate, CertificatesIssued, SessionTotals } from "@/api/types";
import { useTranslation } from "@/i18n/certificates";
import { fullName } from "@/lib/names";
import { Choices } from "@/ui/Choices";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { under } from "./pointers";
import { type Place, useRecordChanges } from "./queries";
import classes from "./Records.module.css";
import {
  lastSignatory,
  SIGNATORY_POINTERS,
  type Signatory,
  SignatoryFields,
  signatoryOf,
} from "./SignatoryFields";
import { certificateName } from "./words";

export const KINDS: Certificate["kind"][] = ["completion", "attendance", "end_of_training"];

interface Values extends Signatory {
  kind: Certificate["kind"];
  whose: "all" | "some";
  enrolment_ids: string[];
  period_from: string;
  period_to: string;
}

interface Props {
  place: Place;
  people: SessionTotals["trainees"];
  onIssued: (issued: CertificatesIssued) => void;
}

/** Issues certificates of one kind for everybody or some, over what each followed or over a period. */
export function IssueForm({ place, people, onIssued }: Props) {
  const { t } = useTranslation();
  const { issue } = useRecordChanges(place);
  const form = useForm<Values>({
    initialValues: {
      kind: "completion",
      whose: "all",
      enrolment_ids: [],
      period_from: "",
      period_to: "",
      ...lastSignatory(),
    },
    validate: {
      enrolment_ids: (value, { whose }) =>
        whose === "some" && value.length === 0 ? t("certify.nobodyChosen") : null,
      period_to: (value, { period_from: from }) =>
        (from === "") !== (value === "")
          ? t("certify.bothDays")
          : from > value
            ? t("certify.notAscending")
            : null,
      name: (value) => (value.trim() === "" ? t("form.required") : null),
      capacity: (value) => (value.trim() === "" ? t("form.required") : null),
    },
  });
  const submission = useSubmission(form, async (values) => {
    const { kind, whose, enrolment_ids: chosen, period_from: from, period_to: to } = values;
    const answer = await under(
      SIGNATORY_POINTERS,
      issue({
        kind,
        enrolment_ids: whose === "all" ? null : chosen,
        period_from: from === "" ? null : from,
        period_to: to === "" ? null : to,
        signatory: signatoryOf(values),
      }),
    );
    onIssued(answer);
  });
  const { values } = form;
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <NativeSelect
          size="md"
          label={t("certify.kind")}
          description={t(`certify.kindHelp.${values.kind}`)}
          maw={420}
          data={KINDS.map((value) => ({ value, label: certificateName(t, value) }))}
          {...form.getInputProps("kind")}
        />
        <div style={{ maxWidth: 420 }}>
          <Choices<Values["whose"]>
            legend={t("certify.whose")}
            value={values.whose}
            choices={[
              { value: "all", label: t("certify.everybody") },
              { value: "some", label: t("certify.some") },
            ]}
            onChange={(whose) => form.setFieldValue("whose", whose)}
          />
        </div>
        {values.whose === "some" ? (
          <Checkbox.Group
            label={t("certify.people")}
            error={form.errors.enrolment_ids}
            value={values.enrolment_ids}
            onChange={(chosen) => form.setFieldValue("enrolment_ids", chosen)}
          >
            <div className={`${classes.fields} ${classes.below}`}>
              {people.map((one) => (
                <Checkbox key={one.enrolment_id} value={one.enrolment_id} label={fullName(one)} />
              ))}
            </div>
          </Checkbox.Group>
        ) : null}
        <div className={classes.fields}>
          <TextInput
            type="date"
            label={t("certify.from")}
            description={t("certify.periodHelp")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            {...form.getInputProps("period_from")}
          />
          <TextInput type="date" label={t("certify.to")} {...form.getInputProps("period_to")} />
        </div>
        <SignatoryFields form={form} />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("certify.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
