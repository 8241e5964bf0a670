import { Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/myOffers";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { roomOfOfferQuery } from "../shared/room";
import type { MyOffer } from "./types";

interface Props {
  id: string;
  offer: MyOffer;
  /** Ends what followed a yes. */
  close: () => Promise<unknown>;
}

/** What follows a yes: the private room, and the way to end it. */
export function AfterPanel({ id, offer, close }: Props) {
  const { t } = useTranslation();
  const room = useQuery(roomOfOfferQuery(id));
  return (
    <Panel labelledBy="suite">
      <Stack>
        <Title order={2} id="suite">
          {t("myOffer.after.title")}
        </Title>
        {room.isError ? (
          <ProblemNotice error={room.error} onRetry={() => void room.refetch()} />
        ) : null}
        <Text>
          {room.data === null
            ? t("myOffer.after.noRoom")
            : t("myOffer.after.roomHelp", { company: offer.company.name })}
        </Text>
        <Group>
          {room.data ? (
            <ButtonLink to={paths.room} params={{ room: room.data }}>
              {t("myOffer.after.room")}
            </ButtonLink>
          ) : null}
          {offer.state === "accepted" ? (
            <ConfirmButton
              variant="default"
              label={t("myOffer.after.close")}
              title={t("myOffer.after.closeAsk")}
              confirm={t("myOffer.after.closeConfirm")}
              action={close}
            >
              {t("myOffer.after.closeHelp")}
            </ConfirmButton>
          ) : null}
        </Group>
      </Stack>
    </Panel>
  );
}
