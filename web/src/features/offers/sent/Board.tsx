import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Disclosure } from "@/ui/Disclosure";
import { Facts } from "@/ui/Facts";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import type { Offer, OfferState } from "../shared/types";
import { lastMoment } from "./OfferList";
import { Preview } from "./Preview";
import { offerExport, recipientsQuery, useOfferChanges } from "./queries";
import { RecipientRow } from "./RecipientRow";
import classes from "./Sent.module.css";
import { peopleOf, StateFilter } from "./StateCounts";

const PENDING: OfferState[] = ["sent", "undelivered", "delivered", "seen"];

interface Props {
  offer: Offer;
  /** Shows people in this state alone. */
  state: OfferState | null;
  onState: (state: OfferState | null) => void;
  /** Draws a passport that was shared. */
  passport: (share: string) => ReactNode;
  /** Makes the name of somebody the way to their profile. */
  personLink: (profile: string, name: string) => ReactNode;
}

/** Where a sent offer stands: how many people where, each of them, and what can still be done. */
export function Board({ offer, state, onState, passport, personLink }: Props) {
  const { t } = useTranslation();
  const people = useQuery(recipientsQuery(offer.id, state));
  const { counts, sent_at: sent, ends_at: end } = offer;
  return (
    <Stack gap="lg">
      {offer.is_paused ? (
        <Notice tone="warning" title={t("offerBoard.paused")}>
          {t("offerBoard.pausedHelp")}
        </Notice>
      ) : null}
      {offer.can_act ? null : <Notice icon="eye">{t("offerBoard.readOnly")}</Notice>}
      <Panel>
        <Facts
          facts={[
            ...(sent ? [[t("offerBoard.sentOn"), formatDay(sent)] as [string, string]] : []),
            ...(end
              ? [[t("offerBoard.answerable"), formatDay(lastMoment(end))] as [string, string]]
              : []),
            [t("offerBoard.sentTo"), t("offerList.people", { count: peopleOf(counts) })],
            [t("offerBoard.author"), offer.author ?? t("offerList.authorGone")],
          ]}
        />
        {offer.skipped > 0 ? (
          <Text size="sm" c="dimmed" mt="sm">
            {t("offerBoard.skipped", { count: offer.skipped })}
          </Text>
        ) : null}
      </Panel>
      <Moves offer={offer} />
      <Panel labelledBy="personnes">
        <Title order={2} id="personnes" mb="sm">
          {t("offerBoard.people")}
        </Title>
        <StateFilter counts={counts} value={state} onChange={onState} />
        {people.isError ? (
          <ProblemNotice error={people.error} onRetry={() => void people.refetch()} />
        ) : null}
        {people.isPending ? (
          <Skeleton height={200} mt="md" radius="lg" role="img" aria-label={t("state.loading")} />
        ) : null}
        {people.data ? (
          <>
            <Text role="status" size="sm" c="dimmed" mt="sm">
              {people.data.length === 0
                ? t("offerBoard.nobodyHere")
                : t("offerBoard.shown", { count: people.data.length })}
            </Text>
            <ul
              className={classes.rows}
              aria-label={t("offerBoard.list")}
              aria-busy={people.isPlaceholderData}
            >
              {people.data.map((one) => (
                <li key={one.id}>
                  <RecipientRow
                    offer={offer}
                    recipient={one}
                    passport={passport}
                    personLink={personLink}
                  />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Panel>
      <Panel>
        <Disclosure label={t("offerBoard.read")}>
          <Preview offer={offer} />
        </Disclosure>
      </Panel>
    </Stack>
  );
}

function Moves({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const { withdrawAll } = useOfferChanges();
  const run = useDownload(() => offerExport(offer.id));
  const waiting = PENDING.reduce((sum, state) => sum + (offer.counts[state] ?? 0), 0);
  return (
    <Stack gap="xs">
      <div className={classes.actions}>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="arrowDown" size={16} />}
          loading={run.isPending}
          onClick={() => run.mutate(undefined)}
        >
          {t("offerBoard.export")}
        </Button>
        <ButtonLink to={paths.offerNew} search={{ modele: offer.id }} variant="default" size="sm">
          {t("offerList.model")}
        </ButtonLink>
        {offer.quiz ? (
          <ButtonLink
            to={paths.companyQuizResults}
            params={{ quiz: offer.quiz.id }}
            variant="default"
            size="sm"
          >
            {t("offerBoard.quizResults")}
          </ButtonLink>
        ) : null}
        {offer.can_act && waiting > 0 ? (
          <ReasonButton
            label={t("offerBoard.withdrawAll")}
            title={t("offerBoard.withdrawAllTitle", { count: waiting })}
            help={t("offerBoard.withdrawHelp")}
            confirm={t("offerBoard.withdrawAllConfirm", { count: waiting })}
            size="sm"
            action={(reason) => withdrawAll(offer.id, reason)}
          />
        ) : null}
      </div>
      <Text size="sm" c="dimmed">
        {t("offerBoard.exportHelp")}
      </Text>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </Stack>
  );
}
