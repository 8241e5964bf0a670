import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Certificate } from "@/api/types";
import { useTranslation } from "@/i18n/certificates";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { under } from "./pointers";
import { type Place, useRecordChanges } from "./queries";
import {
  lastSignatory,
  SIGNATORY_POINTERS,
  type Signatory,
  SignatoryFields,
  signatoryOf,
} from "./SignatoryFields";

interface Values extends Signatory {
  reason: string;
}

interface Props {
  place: Place;
  certificate: Certificate;
  onDone: () => void;
  onCancel: () => void;
}

/** Replaces a certificate by one that says what holds today. */
export function ReplaceForm({ place, certificate, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { replace, refresh } = useRecordChanges(place);
  const first = useFirstFocus<HTMLTextAreaElement>();
  const form = useForm<Values>({
    initialValues: { reason: "", ...lastSignatory() },
    validate: {
      reason: (value) => (value.trim().length < 3 ? t("certify.reasonMissing") : null),
      name: (value) => (value.trim() === "" ? t("form.required") : null),
      capacity: (value) => (value.trim() === "" ? t("form.required") : null),
    },
  });
  const submission = useSubmission(
    form,
    async (values) => {
      const body = { reason: values.reason.trim(), signatory: signatoryOf(values) };
      await under(SIGNATORY_POINTERS, replace(certificate.id, body));
      onDone();
    },
    {
      onProblem: (problem) => {
        // Somebody else replaced it: the list then shows by which one.
        if (problem.code === "already_replaced") void refresh();
        return false;
      },
    },
  );
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Textarea
          ref={first}
          label={t("certify.reason")}
          description={t("certify.reasonHelp")}
          autosize
          minRows={2}
          maxLength={500}
          required
          {...form.getInputProps("reason")}
        />
        <SignatoryFields form={form} />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("certify.replaceSubmit")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
