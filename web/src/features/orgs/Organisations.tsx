import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { Organisation } from "@/api/types";
import { useTranslation } from "@/i18n/admin";
import { formatDay } from "@/lib/format";
import { formatNda, formatSiret } from "@/lib/siret";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
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
  const organisations = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) {
    return <Skeleton height={160} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (organisations.length === 0) return <Text role="status">{t("organisations.none")}</Text>;
  return (
    <Stack>
      <ul className={classes.list}>
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <OrganisationCard organisation={organisation} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Group>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t("action.more")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function OrganisationCard({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const { suspend, reinstate } = useOrganisationDecisions();
  const { id, name, status, siret, nda, standing, contradictions } = organisation;
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
        <Group>
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
