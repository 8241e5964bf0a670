import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import type { Body } from "@/api/types";
import { useTranslation } from "@/i18n/rooms";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useRoomActions } from "./queries";

type Reason = Body<"report_message">["reason"];

const REASONS: readonly Reason[] = [
  "harassment",
  "insult",
  "discrimination",
  "personal_data",
  "scam",
  "spam",
  "other",
];

/** Reports a message to those who moderate. */
export function ReportButton({ room, message }: { room: string; message: string }) {
  const { t } = useTranslation();
  const { report } = useRoomActions(room);
  const [opened, dialog] = useDisclosure(false);
  const [reason, setReason] = useState<Reason>("harassment");
  const [comment, setComment] = useState("");
  const run = useMutation({
    mutationFn: () => report(message, { reason, comment: comment.trim() }),
    onSuccess: dialog.close,
  });
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={dialog.open} disabled={run.isSuccess}>
        {t("room.report")}
      </Button>
      {run.isSuccess ? (
        <Text size="sm" role="status">
          {t("room.reported")}
        </Text>
      ) : null}
      <Dialog opened={opened} onClose={dialog.close} title={t("room.reportTitle")}>
        <Stack>
          {run.error ? <ProblemNotice error={run.error} messages={messagesOf(run.error)} /> : null}
          <NativeSelect
            label={t("room.reason")}
            data-autofocus
            value={reason}
            data={REASONS.map((value) => ({ value, label: t(`room.reasons.${value}`) }))}
            onChange={(event) => setReason(event.currentTarget.value as Reason)}
          />
          <Textarea
            label={t("room.comment")}
            description={t("room.commentHelp")}
            autosize
            minRows={2}
            maxLength={1000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button loading={run.isPending} onClick={() => run.mutate()}>
              {t("room.reportSend")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
