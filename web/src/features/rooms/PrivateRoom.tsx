import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/roomSettings";
import { paths } from "@/lib/paths";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useRoomActions } from "./actions";
import { BreakOff } from "./BreakOff";
import { SharedList } from "./SharedList";
import { receivedIn } from "./shares";
import type { Room } from "./types";

interface Props {
  room: Room;
  /** What follows once the room is gone. */
  onErased: () => void;
}

/** A private room: whom it joins, what is shared in it, one's own copy, and its end. */
export function PrivateRoom({ room, onErased }: Props) {
  const { t } = useTranslation();
  const { offer } = room;
  const recipient = receivedIn(room);
  if (!offer) return null;
  return (
    <>
      <Panel labelledBy="offre">
        <Stack>
          <Title order={2} id="offre">
            {t("privateRoom.offer")}
          </Title>
          <Facts
            facts={[
              [t("privateRoom.title"), offer.title],
              [t("privateRoom.company"), offer.company_name ?? offer.siret],
              [t("privateRoom.recruiter"), offer.recruiter],
              [t("privateRoom.person"), offer.person],
              [t("privateRoom.end"), room.retention.told],
            ]}
          />
          {recipient === null ? null : <SharedList recipient={recipient} />}
          {room.side === "company" ? (
            <Text size="sm">
              {t("privateRoom.sharedWithYou", { name: offer.person })}{" "}
              <Link to={paths.sentOffers}>{t("privateRoom.toSentOffers")}</Link>
            </Text>
          ) : null}
        </Stack>
      </Panel>
      <Copy room={room} />
      <End room={room} onErased={onErased} />
    </>
  );
}

function Copy({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { copy } = useRoomActions(room.id);
  const run = useDownload(copy);
  return (
    <Panel labelledBy="copie">
      <Stack gap="sm">
        <Title order={2} id="copie">
          {t("privateRoom.copy")}
        </Title>
        <Text size="sm">{t("privateRoom.copyHelp")}</Text>
        {run.error ? <ProblemNotice error={run.error} /> : null}
        <Group>
          <Button variant="default" loading={run.isPending} onClick={() => run.mutate(undefined)}>
            {t("privateRoom.download")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function End({ room, onErased }: Props) {
  const { t } = useTranslation();
  const actions = useRoomActions(room.id);
  const erase = async () => {
    await actions.erase();
    onErased();
  };
  return (
    <Panel labelledBy="fin">
      <Stack gap="sm">
        <Title order={2} id="fin">
          {t("privateRoom.ending")}
        </Title>
        <Text>{room.retention.told}</Text>
        <Text size="sm">{t("privateRoom.endingHelp")}</Text>
        {room.retention.held_until ? <Notice>{t("privateRoom.held")}</Notice> : null}
        <Group>
          {room.offer?.state === "open" ? (
            <BreakOff
              room={room}
              label={t("privateRoom.close")}
              title={t("privateRoom.closeAsk")}
              help={t("privateRoom.closeHelp")}
              action={actions.close}
            />
          ) : null}
          <BreakOff
            room={room}
            label={t("privateRoom.erase")}
            title={t("privateRoom.eraseAsk")}
            help={t("privateRoom.eraseHelp")}
            action={erase}
          />
        </Group>
        <Text size="sm">
          {t("privateRoom.receipt")}{" "}
          <Link to={paths.roomReceipts}>{t("privateRoom.toReceipts")}</Link>
        </Text>
      </Stack>
    </Panel>
  );
}
