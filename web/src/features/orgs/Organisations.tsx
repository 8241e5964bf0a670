import { Group, Stack, Text } from "@mantine/core";
import type { Organisation } from "@/api/types";
import { useTranslation } from "@/i18n/admin";
import { formatDay } from "@/lib/format";
import { formatNda, formatSiret } from "@/lib/siret";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ReasonButton } from "@/ui/ReasonButton";
import { StateTag } from "@/ui/StateTag";
import classes from "./Organisations.module.css";
import { useOrganisationDecisions, useOrganisations } from "./queries";

const STANDING_TONES = {
  incomplete: "neutral",
  unverified: "warning",
  confirmed: "success",
  contradicted: "error",
} as const;

/** Every organisation of the platform, and the decisions that concern it. */
export function Organisations() {
  const { t } = useTranslation();
  const list = useOrganisations();
  return (
    <Stack>
      <PagedList
        list={list}
        height={160}
        none={<Text role="status">{t("organisations.none")}</Text>}
      >
        {(organisations) => (
          <ul className={classes.list}>
            {organisations.map((organisation) => (
              <li key={organisation.id}>
                <OrganisationCard organisation={organisation} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function OrganisationCard({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const { suspend, reinstate, withdrawSiret, allowSiret } = useOrganisationDecisions();
  const { id, name, status, siret, nda, standing, contradictions } = organisation;
  const { withdrawn_sirets: withdrawn } = organisation;
  const { checked_at: checkedAt } = organisation;
  const active = status === "active";
  return (
    <Panel>
      <Stack>
        <div className={classes.head}>
          <h3 className={classes.name}>{name}</h3>
          <StateTag tone={active ? "success" : "error"}>
            {t(active ? "organisations.active" : "organisations.suspended")}
          </StateTag>
        </div>
        <Facts
          facts={[
            [t("establishment.siret"), siret ? formatSiret(siret) : t("organisations.notGiven")],
            [t("organisations.nda"), nda ? formatNda(nda) : t("organisations.notGiven")],
            [
              t("identity.state"),
              <StateTag key="standing" tone={STANDING_TONES[standing]}>
                {t(`identity.standing.${standing}`)}
              </StateTag>,
            ],
            [t("identity.checkedOn"), checkedAt ? formatDay(checkedAt) : t("identity.never")],
            [t("organisations.createdAt"), formatDay(organisation.created_at)],
          ]}
        />
        {contradictions.length > 0 ? (
          <ul className={classes.contradictions}>
            {contradictions.map((contradiction) => (
              <li key={contradiction}>{t(`organisations.contradiction.${contradiction}`)}</li>
            ))}
          </ul>
        ) : null}
        {withdrawn.map((taken) => (
          <Group key={taken} gap="sm">
            <Text size="sm">{t("organisations.withdrawn", { siret: formatSiret(taken) })}</Text>
            <ConfirmButton
              label={t("organisations.allow")}
              aria-label={t("organisations.allowOf", { siret: formatSiret(taken), name })}
              title={t("organisations.allowTitle", { siret: formatSiret(taken) })}
              confirm={t("organisations.allow")}
              variant="subtle"
              size="compact-sm"
              action={() => allowSiret(id, taken)}
            >
              {t("organisations.allowHelp", { name })}
            </ConfirmButton>
          </Group>
        ))}
        <Group>
          {siret ? (
            <ReasonButton
              label={t("organisations.withdraw")}
              title={t("organisations.withdrawTitle", { siret: formatSiret(siret), name })}
              help={t("organisations.withdrawHelp")}
              confirm={t("organisations.withdraw")}
              action={(reason) => withdrawSiret(id, siret, reason)}
            />
          ) : null}
          {active ? (
            <ReasonButton
              label={t("reviews.suspend")}
              title={t("organisations.suspendTitle", { name })}
              help={t("organisations.suspendHelp")}
              confirm={t("reviews.suspend")}
              action={(reason) => suspend(id, reason)}
            />
          ) : (
            <ConfirmButton
              label={t("reviews.reinstate")}
              title={t("organisations.reinstateTitle", { name })}
              confirm={t("reviews.reinstate")}
              action={() => reinstate(id)}
            >
              {t("organisations.reinstateHelp")}
            </ConfirmButton>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}
