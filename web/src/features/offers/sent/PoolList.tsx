import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { usePool } from "./queries";
import classes from "./Sent.module.css";
import { newOfferSearch } from "./url";

/** Those who agreed that the company keeps them in mind, until when, and the way to another offer. */
export function PoolList({ refused }: { refused: (code: string) => ReactNode }) {
  const { t } = useTranslation();
  const list = usePool();
  if (list.isError && asProblem(list.error).status === 403) {
    return refused(asProblem(list.error).code);
  }
  return (
    <PagedList
      list={list}
      height={200}
      none={
        <Notice icon="users" title={t("pool.none")}>
          {t("pool.noneHelp")}
        </Notice>
      }
    >
      {(people) => (
        <>
          <Text size="sm" c="dimmed">
            {t("pool.help")}
          </Text>
          <ul className={classes.list} aria-label={t("pool.list")}>
            {people.map((one) => (
              <li key={one.recipient_id} className={classes.card}>
                <h2 className={classes.title}>{fullName(one)}</h2>
                <p className={classes.facts}>
                  <span>
                    <Link
                      to={paths.sentOffer}
                      params={{ offer: one.offer_id }}
                      className={classes.link}
                    >
                      {one.title}
                    </Link>
                  </span>
                  <span>{t("pool.until", { date: formatDay(one.until) })}</span>
                </p>
                <div className={classes.actions}>
                  <ButtonLink
                    to={paths.offerNew}
                    search={newOfferSearch([one.profile_id], "")}
                    size="compact-sm"
                    variant="subtle"
                    ml={-8}
                    aria-label={t("pool.writeTo", { name: fullName(one) })}
                  >
                    {t("pool.write")}
                  </ButtonLink>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </PagedList>
  );
}
