import { Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import type { Offer, SentOffer } from "../shared/types";
import { DraftRecipients } from "./DraftRecipients";
import { lacksOf } from "./draft";
import { Preview } from "./Preview";
import { useOfferChanges } from "./queries";
import { SendOffer } from "./SendOffer";
import classes from "./Sent.module.css";
import { Warnings } from "./Warnings";

interface Props {
  offer: Offer;
  leftOut: number;
  searchLink: ReactNode;
  onSent: (sent: SentOffer) => void;
  onRemoved: () => Promise<unknown>;
}

/** A draft: what it still lacks, for whom it is, what they will read, and the button that sends it. */
export function DraftView({ offer, leftOut, searchLink, onSent, onRemoved }: Props) {
  const { t } = useTranslation();
  const { remove } = useOfferChanges();
  const lacks = lacksOf(offer);
  return (
    <Stack gap="lg">
      {offer.can_act ? (
        <div className={classes.actions}>
          <SendOffer offer={offer} onSent={onSent} />
          <ButtonLink
            to={paths.sentOfferEdit}
            params={{ offer: offer.id }}
            variant="default"
            leftSection={<Icon name="pencil" size={16} />}
          >
            {t("offerDraft.edit")}
          </ButtonLink>
          <ConfirmButton
            label={t("offerDraft.remove")}
            title={t("offerDraft.removeTitle")}
            confirm={t("offerDraft.remove")}
            variant="subtle"
            color="brick"
            danger
            action={() => remove(offer.id, onRemoved)}
          >
            {t("offerDraft.removeText")}
          </ConfirmButton>
        </div>
      ) : (
        <Notice icon="eye">{t("offerDraft.readOnly")}</Notice>
      )}
      {lacks.length > 0 ? (
        <Notice tone="info" icon="list" title={t("offerDraft.lacks")}>
          <ul className={classes.points}>
            {lacks.map((lack) => (
              <li key={lack}>{t(`offerDraft.lack.${lack}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Warnings warnings={offer.warnings} />
      <DraftRecipients offer={offer} leftOut={leftOut} searchLink={searchLink} />
      <Panel labelledBy="apercu">
        <Title order={2} id="apercu" mb="sm">
          {t("offerPreview.title")}
        </Title>
        <Preview offer={offer} byPerson />
      </Panel>
    </Stack>
  );
}
