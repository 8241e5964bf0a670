import { Checkbox, NativeSelect, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import type { OfferLine, OfferState } from "../shared/types";
import { useOffers } from "./queries";
import classes from "./Sent.module.css";
import { peopleOf, SENT_STATES, StateCounts } from "./StateCounts";
import { isFiltered, type OfferFilter } from "./url";

interface Props {
  filter: OfferFilter;
  onFilter: (filter: OfferFilter) => void;
  /** What an account is told that may not recruit. */
  refused: (code: string) => ReactNode;
}

/** The offers of the company, one's own and colleagues', with how many people stand where. */
export function OfferList({ filter, onFilter, refused }: Props) {
  const { t } = useTranslation();
  const list = useOffers(filter);
  if (list.isError && asProblem(list.error).status === 403) {
    return refused(asProblem(list.error).code);
  }
  return (
    <Stack gap="lg">
      <search className={classes.filters} aria-label={t("offerList.filters")}>
        <NativeSelect
          label={t("offerList.status")}
          value={filter.status ?? ""}
          data={[
            { value: "", label: t("offerList.anyStatus") },
            { value: "draft", label: t("offerList.drafts") },
            { value: "sent", label: t("offerList.sent") },
          ]}
          onChange={(event) =>
            onFilter({
              ...filter,
              status: (event.currentTarget.value || null) as OfferFilter["status"],
            })
          }
        />
        <NativeSelect
          label={t("offerList.holding")}
          value={filter.state ?? ""}
          data={[
            { value: "", label: t("offerList.anyState") },
            ...SENT_STATES.map((value) => ({ value, label: t(`offer.state.${value}`) })),
          ]}
          onChange={(event) =>
            onFilter({ ...filter, state: (event.currentTarget.value || null) as OfferState | null })
          }
        />
        <Checkbox
          label={t("offerList.mine")}
          checked={filter.mine}
          onChange={(event) => onFilter({ ...filter, mine: event.currentTarget.checked })}
          pb={8}
        />
      </search>
      <PagedList
        list={list}
        height={240}
        none={
          isFiltered(filter) ? (
            <Text role="status">{t("offerList.noneFound")}</Text>
          ) : (
            <Notice
              icon="mail"
              title={t("offerList.none")}
              actions={
                <ButtonLink to={paths.search} size="sm">
                  {t("offerList.toSearch")}
                </ButtonLink>
              }
            >
              {t("offerList.noneHelp")}
            </Notice>
          )
        }
      >
        {(offers, busy) => (
          <ul className={classes.list} aria-label={t("offerList.list")} aria-busy={busy}>
            {offers.map((offer) => (
              <li key={offer.id}>
                <Row offer={offer} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function Row({ offer }: { offer: OfferLine }) {
  const { t } = useTranslation();
  const { id, title, status, job, author, sent_at: sent, ends_at: end, counts } = offer;
  const who = offer.is_mine ? t("offerList.byMe") : (author ?? t("offerList.authorGone"));
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.title}>
            <Link to={paths.sentOffer} params={{ offer: id }}>
              {title}
            </Link>
          </h2>
        </div>
        <LineTag offer={offer} />
      </div>
      <p className={classes.facts}>
        {job ? <span>{job.label}</span> : null}
        <span>{t("offerList.people", { count: peopleOf(counts) })}</span>
        <span>{who}</span>
        <span>
          {sent
            ? t("offerList.sentOn", { date: formatDay(sent) })
            : t("offerList.begunOn", { date: formatDay(offer.created_at) })}
        </span>
        {end && Date.parse(end) > Date.now() ? (
          <span>{t("offerList.endsOn", { date: formatDay(lastMoment(end)) })}</span>
        ) : null}
      </p>
      <StateCounts counts={counts} />
      {status === "sent" ? (
        <div className={classes.actions}>
          <ButtonLink
            to={paths.offerNew}
            search={{ modele: id }}
            size="compact-sm"
            variant="subtle"
            ml={-8}
            aria-label={t("offerList.modelOf", { title })}
          >
            {t("offerList.model")}
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}

/** The first instant at which it is too late belongs to the day after the last one. */
export const lastMoment = (end: string): string => new Date(Date.parse(end) - 1).toISOString();

function LineTag({ offer }: { offer: Pick<OfferLine, "status" | "is_paused" | "ends_at"> }) {
  const { t } = useTranslation();
  if (offer.status === "draft") return <StateTag tone="neutral">{t("offer.state.draft")}</StateTag>;
  if (offer.is_paused) return <StateTag tone="warning">{t("offerList.paused")}</StateTag>;
  const over = offer.ends_at ? Date.parse(offer.ends_at) <= Date.now() : false;
  return (
    <StateTag tone={over ? "neutral" : "success"}>
      {t(over ? "offerList.over" : "offerList.open")}
    </StateTag>
  );
}
