import { Button, type ButtonProps, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n";
import { Dialog } from "./Dialog";
import { ProblemNotice } from "./ProblemNotice";

interface Props extends ButtonProps {
  label: string;
  /** The question put before acting. */
  title: string;
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  action: () => Promise<unknown>;
}

/** A button that asks once before it acts, and says in place when the action failed. */
export function ConfirmButton(props: Props) {
  const { label, title, children, confirm, danger, action, ...button } = props;
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async () => {
    setPending(true);
    setError(null);
    try {
      await action();
      dialog.close();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button {...button} onClick={dialog.open}>
        {label}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={title}>
        <Stack>
          <div>{children}</div>
          {error ? <ProblemNotice error={error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button color={danger ? "brick" : "ink"} loading={pending} onClick={run} data-autofocus>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
