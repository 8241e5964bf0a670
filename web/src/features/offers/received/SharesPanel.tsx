import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "@/i18n/myOffers";
import { formatDay, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ItemFields } from "./ItemFields";
import { sharedKeys } from "./model/items";
import { useOfferMoves } from "./queries";
import classes from "./Received.module.css";
import { SharingPolicy } from "./SharingPolicy";
import { sharingPolicyQuery } from "./shareQueries";
import type { GivenShare, MyOffer } from "./types";
import { useItems } from "./useItems";

interface Props {
  id: string;
  offer: MyOffer;
}

/** What one shares for an offer: each taken back in one gesture; more can follow while the offer is accepted. */
export function SharesPanel({ id, offer }: Props) {
  const { t } = useTranslation();
  const { revoke } = useOfferMoves(id);
  const run = useMutation({ mutationFn: revoke });
  const company = offer.company.name;
  const open = offer.shares.filter(({ state }) => state !== "ended");
  const past = offer.shares.filter(({ state }) => state === "ended");
  return (
    <Panel labelledBy="partages">
      <Stack>
        <Title order={2} id="partages">
          {t("myOffer.given.title")}
        </Title>
        <div>
          {open.length === 0 ? (
            <Text>{t("myOffer.given.none")}</Text>
          ) : (
            <ul className={classes.rows}>
              {open.map((share) => (
                <Open
                  key={share.id}
                  share={share}
                  company={company}
                  disabled={run.isPending}
                  onRevoke={() => run.mutate([share.id])}
                />
              ))}
            </ul>
          )}
          <p role="status" className={classes.said}>
            {run.isSuccess ? t("myOffer.given.revoked") : ""}
          </p>
        </div>
        {open.length > 1 ? (
          <Group>
            <Button
              variant="default"
              size="sm"
              disabled={run.isPending}
              onClick={() => run.mutate(open.map((share) => share.id))}
            >
              {t("myOffer.given.revokeAll")}
            </Button>
          </Group>
        ) : null}
        {run.error ? <ProblemNotice error={run.error} /> : null}
        {past.length > 0 ? <Past shares={past} /> : null}
        {offer.state === "accepted" ? (
          <Disclosure label={t("myOffer.items.more")}>
            {/* What was shared is no longer ticked. */}
            <More key={open.length} id={id} offer={offer} />
          </Disclosure>
        ) : null}
        <Link to={paths.myData}>{t("myOffer.given.toAll")}</Link>
      </Stack>
    </Panel>
  );
}

function useItemName() {
  const { t } = useTranslation();
  return ({ kind, proof }: GivenShare): string => {
    if (kind !== "proof") return t(`myOffer.given.kind.${kind}`);
    if (!proof?.name) return t("myOffer.given.proofGone");
    return t("myOffer.given.proof", { name: proof.name });
  };
}

interface OpenProps {
  share: GivenShare;
  company: string;
  disabled: boolean;
  onRevoke: () => void;
}

function Open({ share, company, disabled, onRevoke }: OpenProps) {
  const { t } = useTranslation();
  const item = useItemName()(share);
  const { ends_at: endsAt } = share;
  return (
    <li>
      <div className={classes.main}>
        <p className={classes.name}>{item}</p>
        <p className={classes.facts}>
          <span>
            {share.state === "paused"
              ? t("myOffer.given.paused")
              : t("myOffer.given.active", { company, date: formatDay(share.granted_at) })}
          </span>
          {endsAt ? <span>{t("myOffer.given.until", { date: formatDay(endsAt) })}</span> : null}
        </p>
      </div>
      <Button
        variant="default"
        size="compact-md"
        disabled={disabled}
        aria-label={t("myOffer.given.revokeOf", { item })}
        onClick={onRevoke}
      >
        {t("myOffer.given.revoke")}
      </Button>
    </li>
  );
}

function Past({ shares }: { shares: GivenShare[] }) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <Disclosure label={t("myOffer.given.past")}>
      <ul className={classes.steps}>
        {shares.map((share) => (
          <li key={share.id}>
            <strong>{nameOf(share)}</strong>
            <br />
            {t(`myOffer.given.ended.${share.end_reason ?? "expired"}`, {
              date: formatMoment(share.ended_at ?? share.granted_at),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function More({ id, offer }: Props) {
  const { t } = useTranslation();
  const { share } = useOfferMoves(id);
  const policy = useQuery(sharingPolicyQuery);
  const items = useItems();
  const [pending, setPending] = useState(false);
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const version = policy.data?.version;
    setMissing(items.ticked.size === 0);
    if (items.ticked.size === 0 || !version) return;
    setPending(true);
    await items.send((list) => share(list, version));
    setPending(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {items.problem ? <ProblemNotice error={items.problem} messages={items.messages} /> : null}
        <ItemFields
          ticked={items.ticked}
          onChange={items.setTicked}
          shared={sharedKeys(offer.shares)}
          errors={items.errors}
        />
        <Text size="sm">{t("myOffer.items.caution")}</Text>
        <SharingPolicy />
        {missing ? (
          <Text role="alert" c="brick.8">
            {t("myOffer.items.none")}
          </Text>
        ) : null}
        <Group>
          <Button type="submit" loading={pending} disabled={!policy.data}>
            {t("myOffer.items.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
