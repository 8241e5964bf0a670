import { Button, type ButtonProps, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "@/i18n/roomShares";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { AlsoTakeBack } from "./AlsoTakeBack";
import { receivedIn, useOpenShares, useTakeBack } from "./shares";
import type { Room } from "./types";

interface Question {
  room: Room;
  label: string;
  /** The question put before acting. */
  title: string;
  help: string;
  action: () => Promise<unknown>;
}

/** Closes, erases or blocks: asked once, and what the person still shares in the room is taken back first, unless they keep it. */
export function BreakOff(props: Question & ButtonProps) {
  const { room, label, title, help, action, ...button } = props;
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" {...button} onClick={dialog.open}>
        {label}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={title}>
        <Confirm room={room} label={label} help={help} action={action} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

interface Failure {
  error: unknown;
  title?: string;
  messages?: string[];
}

interface ConfirmProps extends Omit<Question, "title"> {
  onClose: () => void;
}

function Confirm({ room, label, help, action, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const recipient = receivedIn(room);
  const shares = useOpenShares(recipient);
  const { takeAllBack } = useTakeBack();
  const [also, setAlso] = useState(true);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = async () => {
    setPending(true);
    setFailure(null);
    let isTakenBack = false;
    try {
      if (recipient !== null && also) await takeAllBack(recipient, shares.data);
      isTakenBack = true;
      await action();
      onClose();
    } catch (error) {
      const first = { title: t("roomShares.failed"), messages: [t("roomShares.failedHelp")] };
      setFailure(isTakenBack ? { error } : { error, ...first });
    } finally {
      setPending(false);
    }
  };

  return (
    <Stack>
      <div>{help}</div>
      {recipient === null ? null : (
        <AlsoTakeBack
          query={shares}
          company={room.offer?.company_name ?? room.offer?.siret ?? ""}
          checked={also}
          onChange={setAlso}
        />
      )}
      {failure ? <ProblemNotice {...failure} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button
          color="brick"
          loading={pending}
          disabled={shares.isLoading}
          onClick={run}
          data-autofocus
        >
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
