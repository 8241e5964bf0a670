import { Button, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/moderation";
import { formatMoment } from "@/lib/format";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import type { Message } from "../types";
import classes from "./Moderation.module.css";
import { historyQuery, useModeration } from "./queries";

interface Props {
  room: string;
  message: Message;
}

/** What those who moderate do with a message of a room of a session. */
export function ModerateMessage({ room, message }: Props) {
  const { t } = useTranslation();
  const { remove } = useModeration(room);
  const { author, state } = message;
  const removable = !author.is_me && (state === "visible" || state === "hidden");
  const hasPast =
    message.edited_at != null || state === "deleted" || state === "removed" || state === "hidden";
  return (
    <>
      {removable ? (
        <ReasonButton
          size="compact-sm"
          label={t("moderation.remove")}
          title={t("moderation.removeTitle", { name: author.name })}
          help={t("moderation.removeHelp")}
          confirm={t("moderation.remove")}
          action={(reason) => remove(message.id, reason)}
        />
      ) : null}
      {hasPast ? <Past room={room} message={message.id} /> : null}
    </>
  );
}

function Past({ room, message }: { room: string; message: string }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open}>
        {t("moderation.past")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("moderation.pastTitle")}>
        {opened ? <Texts room={room} message={message} /> : null}
      </Dialog>
    </>
  );
}

function Texts({ room, message }: { room: string; message: string }) {
  const { t } = useTranslation();
  const query = useQuery(historyQuery(room, message));
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Text role="status">{t("state.loading")}</Text>;
  if (query.data.length === 0) return <Text>{t("moderation.noPast")}</Text>;
  return (
    <Stack component="ol" className={classes.past ?? ""}>
      {query.data.map(({ number, text, replaced_at: at }) => (
        <li key={number}>
          <Text size="sm" c="dimmed">
            {t("moderation.until", { date: formatMoment(at) })}
          </Text>
          <p className={classes.said}>{text}</p>
        </li>
      ))}
    </Stack>
  );
}
