import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import type { RevocationBody } from "@/api/types";
import { useTranslation } from "@/i18n/validationDesk";
import { Dialog } from "@/ui/Dialog";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useDesk } from "../staffQueries";

const CODES = ["mistake", "fraud", "other"] as const;

interface Props {
  organisation: string;
  entry: string;
  onDone: () => void;
}

/** Takes an entry back, with a reason that its person reads. */
export function RevokeButton({ organisation, entry, onDone }: Props) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button color="brick" variant="outline" onClick={dialog.open}>
        {t("revoking.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("revoking.title")}>
        <RevokeForm
          organisation={organisation}
          entry={entry}
          onCancel={dialog.close}
          onDone={() => {
            dialog.close();
            onDone();
          }}
        />
      </Dialog>
    </>
  );
}

type FormProps = Props & { onCancel: () => void };

function RevokeForm({ organisation, entry, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const { revoke, renew } = useDesk(organisation);
  const form = useForm<{ reason_code: RevocationBody["reason_code"]; reason: string }>({
    initialValues: { reason_code: "mistake", reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("revoking.missing") : null) },
  });
  const submission = useSubmission(
    form,
    async ({ reason_code, reason }) => {
      await revoke(entry, { reason_code, reason: reason.trim() });
      onDone();
    },
    {
      onProblem: ({ status }) => {
        // It is over already: the page says how.
        if (status === 409) void renew();
        return false;
      },
    },
  );
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        <Text>{t("revoking.help")}</Text>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <NativeSelect
          label={t("revoking.kind")}
          data={CODES.map((value) => ({ value, label: t(`entryProof.reasonCode.${value}`) }))}
          {...form.getInputProps("reason_code")}
        />
        <Textarea
          label={t("revoking.reason")}
          autosize
          minRows={3}
          maxLength={1000}
          required
          data-autofocus
          {...form.getInputProps("reason")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" color="brick" loading={submission.pending}>
            {t("revoking.open")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
