import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "@/i18n/rooms";
import { Dialog } from "@/ui/Dialog";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useRoomActions } from "./actions";
import type { Reason } from "./types";

const REASONS: readonly Reason[] = [
  "harassment",
  "insult",
  "discrimination",
  "personal_data",
  "scam",
  "spam",
  "other",
];

interface Props {
  room: string;
  message: string;
  isPrivate: boolean;
}

/** Reports a message to those who moderate. */
export function ReportButton({ room, message, isPrivate }: Props) {
  const { t } = useTranslation();
  const { report } = useRoomActions(room);
  const [opened, dialog] = useDisclosure(false);
  const [done, setDone] = useState(false);
  const form = useForm<{ reason: Reason; comment: string }>({
    initialValues: { reason: "harassment", comment: "" },
    validate: {
      comment: (comment, { reason }) =>
        reason === "other" && comment.trim() === "" ? t("chat.commentNeeded") : null,
    },
  });
  const submission = useSubmission(form, async ({ reason, comment }) => {
    await report(message, { reason, comment: comment.trim() });
    setDone(true);
    dialog.close();
  });
  return (
    <>
      {done ? (
        <Text size="sm" role="status">
          {t("chat.reported")}
        </Text>
      ) : (
        <Button size="compact-sm" variant="default" onClick={dialog.open}>
          {t("chat.report")}
        </Button>
      )}
      <Dialog opened={opened} onClose={dialog.close} title={t("chat.reportTitle")}>
        <form onSubmit={submission.onSubmit} noValidate>
          <Stack>
            <Text size="sm">{t(isPrivate ? "chat.reportPrivate" : "chat.reportHelp")}</Text>
            {submission.problem ? (
              <ProblemNotice error={submission.problem} messages={submission.messages} />
            ) : null}
            <NativeSelect
              label={t("chat.reason")}
              data-autofocus
              data={REASONS.map((value) => ({ value, label: t(`chat.reasons.${value}`) }))}
              {...form.getInputProps("reason")}
            />
            <Textarea
              label={t("chat.comment")}
              description={t("chat.commentHelp")}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={1000}
              {...form.getInputProps("comment")}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={dialog.close}>
                {t("action.cancel")}
              </Button>
              <Button type="submit" loading={submission.pending}>
                {t("chat.reportSend")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
