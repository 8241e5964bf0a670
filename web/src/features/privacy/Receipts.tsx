import { Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDownload } from "@/api/download";
import type { ConsentReceipt } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/receipts";
import { formatDay, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { formatSiret } from "@/lib/siret";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { receiptFile } from "./changes";
import classes from "./Privacy.module.css";
import { useReceipts } from "./queries";

const SHARED = ["phone", "email", "cv", "proof", "passport"] as const;
const SEEN = ["name", "skills", "levels", "validation_statuses", "jobs"] as const;
type Shared = (typeof SHARED)[number];
type Seen = (typeof SEEN)[number];
const isShared = (kind: string): kind is Shared => (SHARED as readonly string[]).includes(kind);
const isSeen = (kind: string): kind is Seen => (SEEN as readonly string[]).includes(kind);

const itemOf = (t: Translate, kind: string): string => {
  if (isShared(kind)) return t(`shareItem.${kind}`);
  return isSeen(kind) ? t(`receipts.item.${kind}`) : t("receipts.item.other");
};

/** Everything one agreed to, refused, took back or saw end, each with its signed receipt. */
export function Receipts() {
  const { t } = useTranslation();
  const list = useReceipts();
  return (
    <Panel>
      <PagedList list={list} height={240} none={<Text>{t("receipts.none")}</Text>}>
        {(receipts) => (
          <ul className={classes.rows}>
            {receipts.map((receipt) => (
              <li key={receipt.id}>
                <Line receipt={receipt} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ receipt }: { receipt: ConsentReceipt }) {
  const { t } = useTranslation();
  const run = useDownload(receiptFile);
  const { id, title, at, items, purpose_title: offer, company_name: name, until } = receipt;
  const siret = receipt.company_siret;
  const said = { title, date: formatMoment(at) };
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.name}>{title}</h2>
          <p className={classes.facts}>
            <span>{said.date}</span>
            {name ? <span>{name}</span> : null}
            {siret && !name ? (
              <span>{t("receipts.siret", { siret: formatSiret(siret) })}</span>
            ) : null}
            {offer ? <span>{t("receipts.forOffer", { title: offer })}</span> : null}
          </p>
          {items.length > 0 ? (
            <p className={classes.facts}>
              {items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes, and may name two proofs alike
                <span key={`${item.kind}-${place}`}>{itemOf(t, item.kind)}</span>
              ))}
              {until ? <span>{t("receipts.until", { date: formatDay(until) })}</span> : null}
            </p>
          ) : null}
        </div>
        <div className={classes.actions}>
          <Link
            to={paths.myDataReceipt}
            params={{ receipt: id }}
            aria-label={t("receipts.openOf", said)}
          >
            {t("receipts.open")}
          </Link>
          <Button
            size="sm"
            variant="default"
            loading={run.isPending}
            aria-label={t("receipts.downloadOf", said)}
            onClick={() => run.mutate(id)}
          >
            {t("receipts.download")}
          </Button>
        </div>
      </div>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
