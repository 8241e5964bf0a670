import { ActionIcon, Skeleton, Text, Title, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Offer } from "../shared/types";
import { recipientsQuery, useOfferChanges } from "./queries";
import classes from "./Sent.module.css";
import { MOST_RECIPIENTS } from "./search";
import { calledOf } from "./words";

interface Props {
  offer: Offer;
  /** How many of those named last could not be added. */
  leftOut: number;
  /** The way to people to add. */
  searchLink: ReactNode;
}

/** For whom a draft is: each of them receives an offer of their own. */
export function DraftRecipients({ offer, leftOut, searchLink }: Props) {
  const { t } = useTranslation();
  const list = useQuery(recipientsQuery(offer.id, null));
  const { takeOff } = useOfferChanges();
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const removal = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => takeOff(offer.id, id),
    onSuccess: (_, { name }) => {
      setTold(t("offerPeople.removed", { name }));
      // The button that was pressed is gone.
      heading.current?.focus();
    },
  });
  const count = list.data?.length ?? 0;
  return (
    <Panel labelledBy="destinataires">
      <div className={classes.head}>
        <Title order={2} id="destinataires" ref={heading} tabIndex={-1}>
          {t("offerPeople.title")}
        </Title>
        {list.data ? (
          <Text size="sm" c="dimmed">
            {t("offerPeople.count", { count, most: MOST_RECIPIENTS })}
          </Text>
        ) : null}
      </div>
      <Text size="sm" c="dimmed" mt={4} mb="sm" maw="68ch">
        {t("offerPeople.alone")}
      </Text>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {leftOut > 0 ? (
        <Notice tone="warning" icon="info" title={t("offerPeople.leftOut", { count: leftOut })}>
          {t("offerPeople.leftOutHelp")}
        </Notice>
      ) : null}
      {removal.error ? <ProblemNotice error={removal.error} /> : null}
      {list.isError ? (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isPending ? (
        <Skeleton height={120} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : null}
      {list.data ? (
        <ul className={classes.rows} aria-label={t("offerPeople.list")}>
          {list.data.map((one) => {
            const name = calledOf(t, one);
            return (
              <li key={one.id}>
                <div className={classes.line}>
                  <span className={classes.main}>{name}</span>
                  {offer.can_act ? (
                    <ActionIcon
                      variant="subtle"
                      size="lg"
                      aria-label={t("offerPeople.remove", { name })}
                      loading={removal.isPending && removal.variables.id === one.id}
                      onClick={() => removal.mutate({ id: one.id, name })}
                    >
                      <Icon name="close" />
                    </ActionIcon>
                  ) : null}
                </div>
              </li>
            );
          })}
        </ul>
      ) : null}
      {offer.can_act && count < MOST_RECIPIENTS ? (
        <div className={classes.actions}>{searchLink}</div>
      ) : null}
      {offer.can_act ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("offerPeople.addHelp")}
        </Text>
      ) : null}
    </Panel>
  );
}
