import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/records";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { anomaliesQuery, type Place, sheetsQuery } from "./queries";
import classes from "./Records.module.css";
import { partName, slotName } from "./words";

/** What an inspector would find odd, and what to do about it. */
export function Anomalies({ place }: { place: Place }) {
  const { t } = useTranslation();
  const query = useQuery(anomaliesQuery(place));
  const sheets = useQuery(sheetsQuery(place)).data ?? [];
  return (
    <Panel labelledBy="controle">
      <Stack>
        <div className={classes.toolbar}>
          <div>
            <Title order={2} id="controle">
              {t("anomaly.title")}
            </Title>
            <Text size="sm" c="dimmed" mt={4} maw="66ch">
              {t("anomaly.lead")}
            </Text>
          </div>
          <Button
            variant="default"
            leftSection={<Icon name="refresh" size={16} />}
            loading={query.isFetching && !query.isPending}
            onClick={() => query.refetch()}
          >
            {t("anomaly.again")}
          </Button>
        </div>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={220} role="img" aria-label={t("state.loading")} />
        ) : query.data.length === 0 ? (
          <Notice tone="success" title={t("anomaly.none")}>
            {t("anomaly.noneHelp")}
          </Notice>
        ) : (
          <>
            <Text fw={600} role="status">
              {t("anomaly.count", { count: query.data.length })}
            </Text>
            <ol className={classes.rows}>
              {query.data.map((one, rank) => {
                const sheet = sheets.find(({ slot_id: id }) => id === one.slot_id);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the report is drawn as a whole
                  <li key={rank}>
                    <h3 className={classes.name}>{one.message}</h3>
                    <p className={classes.said}>{one.advice}</p>
                    {sheet ? (
                      <Group gap="xs" mt={4}>
                        <Link
                          to={paths.attendance}
                          params={{
                            organisation: place.organisation,
                            session: place.session,
                            slot: sheet.slot_id,
                          }}
                          className={classes.link}
                        >
                          {slotName(sheet)}
                        </Link>
                        {one.part ? (
                          <span className={classes.aside}>{partName(t, one.part)}</span>
                        ) : null}
                      </Group>
                    ) : null}
                  </li>
                );
              })}
            </ol>
          </>
        )}
      </Stack>
    </Panel>
  );
}
