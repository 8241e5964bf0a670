import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { ReasonButton } from "@/ui/ReasonButton";
import { roomOfOfferQuery } from "../shared/room";
import type { Offer, OfferRecipient, OfferState } from "../shared/types";
import { useOfferChanges } from "./queries";

const PENDING: OfferState[] = ["sent", "undelivered", "delivered", "seen"];

interface Props {
  offer: Offer;
  recipient: OfferRecipient;
  name: string;
}

/** What can be done for one person: remind them once, take the offer back, talk, end what followed a yes. */
export function RecipientMoves({ offer, recipient, name }: Props) {
  const { t } = useTranslation();
  const { remind, withdraw, close } = useOfferChanges();
  const { id, state, remind_from: from } = recipient;
  const waits = PENDING.includes(state);
  const early = from ? Date.parse(from) > Date.now() : false;
  return (
    <>
      {state === "accepted" || state === "closed" ? <RoomLink recipient={id} name={name} /> : null}
      {offer.can_act && waits && from && !early && !offer.is_paused ? (
        <ConfirmButton
          label={t("offerBoard.remind")}
          aria-label={t("offerBoard.remindOf", { name })}
          title={t("offerBoard.remindTitle", { name })}
          confirm={t("offerBoard.remind")}
          size="compact-sm"
          variant="default"
          action={() => remind(offer.id, id)}
        >
          {t("offerBoard.remindText")}
        </ConfirmButton>
      ) : null}
      {offer.can_act && waits && from && early ? (
        <Text size="sm" c="dimmed">
          {t("offerBoard.remindFrom", { date: formatDay(from) })}
        </Text>
      ) : null}
      {offer.can_act && waits ? (
        <ReasonButton
          label={t("offerBoard.withdraw")}
          aria-label={t("offerBoard.withdrawOf", { name })}
          title={t("offerBoard.withdrawTitle", { name })}
          help={t("offerBoard.withdrawHelp")}
          confirm={t("offerBoard.withdrawConfirm")}
          size="compact-sm"
          action={(reason) => withdraw(offer.id, id, reason)}
        />
      ) : null}
      {offer.can_act && state === "accepted" ? (
        <ConfirmButton
          label={t("offerBoard.close")}
          aria-label={t("offerBoard.closeOf", { name })}
          title={t("offerBoard.closeTitle", { name })}
          confirm={t("offerBoard.closeConfirm")}
          size="compact-sm"
          variant="default"
          danger
          action={() => close(offer.id, id)}
        >
          {t("offerBoard.closeText")}
        </ConfirmButton>
      ) : null}
    </>
  );
}

/** The way to the private room, for whoever is in it. */
function RoomLink({ recipient, name }: { recipient: string; name: string }) {
  const { t } = useTranslation();
  const room = useQuery(roomOfOfferQuery(recipient));
  if (!room.data) return null;
  return (
    <ButtonLink
      to={paths.room}
      params={{ room: room.data }}
      size="compact-sm"
      leftSection={<Icon name="mail" size={16} />}
      aria-label={t("offerBoard.roomOf", { name })}
    >
      {t("offerBoard.room")}
    </ButtonLink>
  );
}
