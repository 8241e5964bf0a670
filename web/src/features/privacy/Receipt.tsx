import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/receipts";
import { formatMoment } from "@/lib/format";
import { formatSiret } from "@/lib/siret";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { receiptFile } from "./changes";
import { type ReceiptDocument, readReceipt } from "./model/receipt";
import { PolicyOfThen } from "./PolicyOfThen";
import classes from "./Privacy.module.css";
import { receiptQuery } from "./queries";

const METHODS = [
  "switch",
  "siren",
  "panel",
  "button",
  "closing",
  "clock",
  "erasure",
  "suspension",
  "removal",
  "answer",
  "choice",
] as const;
type Method = (typeof METHODS)[number];
const isMethod = (word: string): word is Method => (METHODS as readonly string[]).includes(word);

/** One receipt, readable, with the text of then, and the way to check its file. */
export function Receipt({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery(receiptQuery(id));
  const run = useDownload(receiptFile);
  const receipt = found.data === undefined ? undefined : readReceipt(found.data);
  return (
    <>
      <div>
        <PageTitle
          title={receipt?.title ?? t("receipt.tab")}
          tab={t("receipt.tab")}
          lead={receipt ? t("receipt.lead", { date: formatMoment(receipt.at) }) : undefined}
        />
      </div>
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => found.refetch()} />
      ) : receipt === undefined ? (
        <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : receipt === null ? (
        <Notice tone="warning" title={t("receipt.unreadable")}>
          {t("receipt.unreadableText")}
        </Notice>
      ) : (
        <Said receipt={receipt} />
      )}
      {found.data === undefined ? null : (
        <Panel labelledBy="verifier">
          <Stack gap="sm">
            <Title order={2} id="verifier">
              {t("receipt.check")}
            </Title>
            <Text>{t("receipt.checkText")}</Text>
            <code className={classes.command}>carnet verify-document recu.json</code>
            <Group>
              <Button loading={run.isPending} onClick={() => run.mutate(id)}>
                {t("receipts.download")}
              </Button>
            </Group>
            {run.error ? <ProblemNotice error={run.error} /> : null}
          </Stack>
        </Panel>
      )}
      {receipt ? <PolicyOfThen receipt={receipt} /> : null}
    </>
  );
}

function Said({ receipt }: { receipt: ReceiptDocument }) {
  const { t } = useTranslation();
  const { person, company, purpose, items, until, method } = receipt;
  const facts: [string, ReactNode][] = [
    [t("receipt.person"), `${person.first_name} ${person.last_name}`],
  ];
  if (items.length > 0) {
    const labels = items.map(({ label }, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes, and may name two proofs alike
      <li key={`${label}-${place}`}>{label}</li>
    ));
    facts.push([
      t("receipt.items"),
      <ul key="items" className={classes.bullets}>
        {labels}
      </ul>,
    ]);
  }
  if (company) {
    const siret = t("receipts.siret", { siret: formatSiret(company.siret) });
    facts.push([t("receipt.company"), company.name ? `${company.name}, ${siret}` : siret]);
  }
  if (purpose) facts.push([t("receipt.purpose"), t("receipts.forOffer", { title: purpose.title })]);
  facts.push(
    [t("receipt.at"), formatMoment(receipt.at)],
    [t("receipt.until"), until ? formatMoment(until) : t("receipt.noUntil")],
    [t("receipt.method"), isMethod(method) ? t(`receipt.methods.${method}`) : method],
    [t("receipt.place"), t("receipt.placeOf", { number: receipt.chain.position })],
    [
      t("receipt.identity"),
      <span key="id" className={classes.code}>
        {receipt.id}
      </span>,
    ],
  );
  return (
    <Panel labelledBy="contenu-du-recu">
      <Stack>
        <Title order={2} id="contenu-du-recu">
          {t("receipt.content")}
        </Title>
        <Facts facts={facts} />
        <Notice title={t("receipt.withdrawal")}>{receipt.withdrawal}</Notice>
      </Stack>
    </Panel>
  );
}
