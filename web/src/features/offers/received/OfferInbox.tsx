import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "@/i18n/myOffers";
import { formatDateShort, today } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import { OfferStateTag } from "../shared/OfferStateTag";
import { isPending, isUnseen, lastDay, leftOf, unseenFirst } from "./model/order";
import { offerSettingsQuery, useMyOffers, useRefuseAll } from "./queries";
import classes from "./Received.module.css";
import type { MyOfferLine } from "./types";
import type { Group } from "./url";

const LOOK = { variant: "default", size: "sm" } as const;

interface Props {
  group: Group;
  /** Whether companies can find the person at all; undefined while that is not known. */
  isVisible: boolean | undefined;
}

/** The offers one received: those that wait and were not opened come first. */
export function OfferInbox({ group, isVisible }: Props) {
  const { t } = useTranslation();
  const list = useMyOffers(group);
  const [refused, setRefused] = useState(0);
  // Who does not tell companies what they open leaves no trace of it: nothing is called new then.
  const tells = useQuery(offerSettingsQuery).data?.read_receipts ?? false;
  return (
    <>
      {refused > 0 ? (
        <Notice
          tone="success"
          announce
          title={t("myOffers.refusedAll", { count: refused })}
          actions={
            <ButtonLink to={paths.myOffers} search={{ etat: "terminees" }} {...LOOK}>
              {t("myOffers.seeOver")}
            </ButtonLink>
          }
        />
      ) : null}
      <PagedList list={list} height={260} none={<None group={group} isVisible={isVisible} />}>
        {(items) => (
          <>
            <ul className={classes.list}>
              {(tells ? unseenFirst(items) : items).map((offer) => (
                <li key={offer.id}>
                  <Row offer={offer} isNew={tells && isUnseen(offer.state)} />
                </li>
              ))}
            </ul>
            {group === "pending" ? <RefuseAll onRefused={setRefused} /> : null}
          </>
        )}
      </PagedList>
    </>
  );
}

function Row({ offer, isNew }: { offer: MyOfferLine; isNew: boolean }) {
  const { t } = useTranslation();
  const { state, ends_at: endsAt, sent_at: sentAt, answered_at: answeredAt } = offer;
  const waits = isPending(state);
  const day = waits && endsAt ? lastDay(endsAt) : null;
  const left = day ? leftOf(day, today()) : null;
  return (
    <div className={classes.card} data-unseen={isNew || undefined}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.title}>
            <Link to={paths.myOffer} params={{ offer: offer.id }}>
              {offer.title}
            </Link>
          </h2>
        </div>
        {offer.is_paused && waits ? (
          <StateTag tone="warning">{t("myOffers.paused")}</StateTag>
        ) : waits ? (
          <StateTag tone={isNew ? "success" : "neutral"}>
            {t(isNew ? "myOffers.unseen" : "myOffers.toAnswer")}
          </StateTag>
        ) : (
          <OfferStateTag state={state} />
        )}
      </div>
      <Text size="sm" fw={550}>
        {offer.company}
      </Text>
      <p className={classes.facts}>
        {sentAt ? <span>{t("myOffers.sentOn", { date: formatDay(sentAt) })}</span> : null}
        {day ? <span>{t("myOffers.replyBy", { date: formatDateShort(day) })}</span> : null}
        {left ? (
          <span>
            {left.key === "days"
              ? t("myOffers.left.days", { count: left.count })
              : t(`myOffers.left.${left.key}`)}
          </span>
        ) : null}
        {answeredAt ? (
          <span>{t("myOffers.answeredOn", { date: formatDay(answeredAt) })}</span>
        ) : null}
      </p>
    </div>
  );
}

/** For those who found work elsewhere: everything that waits, in one gesture. */
function RefuseAll({ onRefused }: { onRefused: (count: number) => void }) {
  const { t } = useTranslation();
  const refuseAll = useRefuseAll();
  return (
    <div>
      <ConfirmButton
        {...LOOK}
        danger
        label={t("myOffers.refuseAll")}
        title={t("myOffers.refuseAllAsk")}
        confirm={t("myOffers.refuseAllConfirm")}
        action={async () => onRefused(await refuseAll())}
      >
        {t("myOffers.refuseAllHelp")}
      </ConfirmButton>
    </div>
  );
}

function None({ group, isVisible }: Props) {
  const { t } = useTranslation();
  const hidden = (group === "all" || group === "pending") && isVisible === false;
  return (
    <Notice
      icon="mail"
      title={t(`myOffers.none.${group}`)}
      actions={
        hidden ? (
          <ButtonLink to={paths.visibility} {...LOOK}>
            {t("myOffers.toVisibility")}
          </ButtonLink>
        ) : null
      }
    >
      <div>{t(`myOffers.noneHelp.${group}`)}</div>
      {hidden ? <div>{t("myOffers.hidden")}</div> : null}
    </Notice>
  );
}
