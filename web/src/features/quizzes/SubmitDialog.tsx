import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/myQuizzes";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Progress } from "./model/answers";

interface Props {
  progress: Progress;
  /** Leads to a question. */
  onGo: (place: number) => void;
  onSubmit: () => Promise<void>;
}

/** Hands an attempt in, once its summary was read: what is not answered, what was flagged. */
export function SubmitDialog({ progress, onGo, onSubmit }: Props) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { open, flagged, answered } = progress;

  const submit = async () => {
    setPending(true);
    setError(null);
    try {
      await onSubmit();
    } catch (refusal) {
      setError(refusal);
      setPending(false);
    }
  };

  const links = (places: number[]) => (
    <Group gap="xs">
      {places.map((place) => (
        <Button
          key={place}
          size="compact-sm"
          variant="default"
          aria-label={t("quizWord.question", { number: place + 1 })}
          onClick={() => {
            dialog.close();
            onGo(place);
          }}
        >
          {place + 1}
        </Button>
      ))}
    </Group>
  );

  return (
    <>
      <Button onClick={dialog.open}>{t("attempt.submit")}</Button>
      <Dialog
        opened={opened}
        onClose={dialog.close}
        title={t("attempt.submitTitle")}
        // The question it leads to has the focus, not the button behind.
        returnFocus={false}
      >
        <Stack>
          <Text>{t("attempt.summary", { count: answered })}</Text>
          {open.length > 0 ? (
            <div>
              <Text fw={600}>{t("attempt.unanswered", { count: open.length })}</Text>
              {links(open)}
            </div>
          ) : (
            <Text>{t("attempt.allAnswered")}</Text>
          )}
          {flagged.length > 0 ? (
            <div>
              <Text fw={600}>{t("attempt.flaggedCount", { count: flagged.length })}</Text>
              {links(flagged)}
            </div>
          ) : null}
          <Text>{t("attempt.submitHelp")}</Text>
          {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("attempt.goOn")}
            </Button>
            <Button loading={pending} onClick={submit} data-autofocus>
              {t("attempt.submit")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
