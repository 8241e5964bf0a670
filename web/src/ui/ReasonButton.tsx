import { Button, type ButtonProps, Group, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "@/i18n";
import { Dialog } from "./Dialog";
import { ProblemNotice } from "./ProblemNotice";

const LONGEST = 500;

interface Props extends ButtonProps {
  label: string;
  title: string;
  help: string;
  confirm: string;
  /** What is said when the reason is left out; by default, that the person concerned will read it. */
  missing?: string;
  action: (reason: string) => Promise<unknown>;
}

/** A decision against somebody or something: it is taken with a reason, which others will read. */
export function ReasonButton(props: Props) {
  const { label, title, help, confirm, missing: hint, action, ...button } = props;
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async () => {
    const words = reason.trim();
    setMissing(words === "");
    if (words === "") return;
    setPending(true);
    setError(null);
    try {
      await action(words);
      dialog.close();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button variant="default" {...button} onClick={dialog.open}>
        {label}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={title}>
        <Stack>
          <Text>{help}</Text>
          {error ? <ProblemNotice error={error} /> : null}
          <Textarea
            label={t("reason.label")}
            autosize
            minRows={3}
            maxLength={LONGEST}
            required
            data-autofocus
            error={missing ? (hint ?? t("reason.missing")) : null}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button color="brick" loading={pending} onClick={run}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
