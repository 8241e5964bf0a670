import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import type { ExperienceSubmission } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useExperiences } from "../queries";

interface Props {
  experience: string;
  submission: ExperienceSubmission;
}

/** Sends an experience back to the organisation that asked for more, with a word on what was added. */
export function SendAgain({ experience, submission }: Props) {
  const { t } = useTranslation();
  const { resubmit } = useExperiences();
  const [opened, dialog] = useDisclosure(false);
  const [message, setMessage] = useState("");
  const name = submission.organisation_name;
  const send = useMutation({
    mutationFn: () => resubmit(experience, submission.id, message),
    onSuccess: dialog.close,
  });
  return (
    <>
      <Button size="sm" onClick={dialog.open} aria-label={t("experienceSend.againOf", { name })}>
        {t("experienceSend.again")}
      </Button>
      <Dialog
        opened={opened}
        onClose={dialog.close}
        title={t("experienceSend.againTitle", { name })}
      >
        <Stack>
          {send.error ? (
            <ProblemNotice error={send.error} messages={messagesOf(send.error)} />
          ) : null}
          <Textarea
            label={t("experienceSend.againMessage")}
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button loading={send.isPending} onClick={() => send.mutate()}>
              {t("experienceSend.again")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
