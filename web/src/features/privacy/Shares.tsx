import { Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { CompanyShares, Share } from "@/api/types";
import { useTranslation } from "@/i18n/myData";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { formatSiret } from "@/lib/siret";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import { UndoButton } from "@/ui/UndoButton";
import { useTakeBack } from "./changes";
import classes from "./Privacy.module.css";
import { useShares } from "./queries";

const TONES = { active: "success", paused: "warning", ended: "neutral" } as const;

/** What is shared with which company, item by item: each with its receipt and the button that takes it back. */
export function Shares() {
  const { t } = useTranslation();
  const list = useShares();
  return (
    <Panel labelledBy="partages">
      <Title order={2} id="partages">
        {t("myData.shares")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm">
        {t("myData.sharesLead")} <Link to={paths.contactDetails}>{t("myData.toContact")}</Link>
      </Text>
      <PagedList list={list} height={160} none={<Text>{t("myData.noShares")}</Text>}>
        {(companies) => (
          <ul className={classes.rows}>
            {companies.map((company) => (
              <li key={company.siret}>
                <Company company={company} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Company({ company }: { company: CompanyShares }) {
  const { t } = useTranslation();
  const { revokeCompany } = useTakeBack();
  const { name, siret, shares } = company;
  const open = shares.filter(({ state }) => state !== "ended");
  const ended = shares.filter(({ state }) => state === "ended");
  return (
    <>
      <div className={classes.company}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name === siret ? formatSiret(siret) : name}</h3>
          <p className={classes.facts}>
            <span>{t("myData.siret", { siret: formatSiret(siret) })}</span>
          </p>
        </div>
        {open.length > 1 ? (
          <ConfirmButton
            label={t("myData.revokeCompany")}
            aria-label={t("myData.revokeCompanyOf", { company: name })}
            title={t("myData.revokeCompanyTitle", { company: name })}
            confirm={t("myData.revokeCompany")}
            size="sm"
            variant="default"
            danger
            action={() => revokeCompany(siret)}
          >
            {t("myData.revokeCompanyText")}
          </ConfirmButton>
        ) : null}
      </div>
      <div className={classes.within}>
        {open.length > 0 ? (
          <Lines shares={open} company={name} />
        ) : (
          <Text c="dimmed">{t("myData.nothingOpen")}</Text>
        )}
        {ended.length > 0 ? (
          <Disclosure label={t("myData.endedCount", { count: ended.length })}>
            <Lines shares={ended} company={name} />
          </Disclosure>
        ) : null}
      </div>
    </>
  );
}

function Lines({ shares, company }: { shares: Share[]; company: string }) {
  return (
    <ul className={classes.rows}>
      {shares.map((share) => (
        <li key={share.id}>
          <Line share={share} company={company} />
        </li>
      ))}
    </ul>
  );
}

function Line({ share, company }: { share: Share; company: string }) {
  const { t } = useTranslation();
  const { revokeShare } = useTakeBack();
  const { kind, proof, state, title, ends_at: endsAt, ended_at: endedAt, end_reason: why } = share;
  const what = t(`shareItem.${kind}`);
  const item = proof?.name ? t("myData.named", { item: what, name: proof.name }) : what;
  const ending = endedAt
    ? t("myData.ended", { date: formatDay(endedAt) })
    : endsAt
      ? t("myData.ends", { date: formatDay(endsAt) })
      : t("myData.open");
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <p className={classes.name}>{item}</p>
          <p className={classes.facts}>
            <span>{t("myData.forOffer", { title })}</span>
            <span>{t("myData.granted", { date: formatDay(share.granted_at) })}</span>
            <span>{ending}</span>
            {why ? <span>{t(`myData.end.${why}`)}</span> : null}
          </p>
          {state === "paused" ? (
            <Text size="sm" c="dimmed">
              {t("myData.pausedHelp")}
            </Text>
          ) : null}
        </div>
        <StateTag tone={TONES[state]}>{t(`myData.state.${state}`)}</StateTag>
      </div>
      <Group gap="sm" mt={6}>
        {state === "ended" ? null : (
          <UndoButton
            label={t("myData.revoke")}
            spoken={t("myData.revokeOf", { item, company })}
            action={() => revokeShare(share.id)}
          />
        )}
        <Link
          to={paths.myDataReceipt}
          params={{ receipt: share.granted_receipt }}
          aria-label={t("myData.receiptOf", { item, company })}
        >
          {t("myData.receipt")}
        </Link>
        {share.ended_receipt ? (
          <Link
            to={paths.myDataReceipt}
            params={{ receipt: share.ended_receipt }}
            aria-label={t("myData.endReceiptOf", { item, company })}
          >
            {t("myData.endReceipt")}
          </Link>
        ) : null}
      </Group>
    </>
  );
}
