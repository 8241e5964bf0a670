import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/sessionOverview";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import overview from "./Overview.module.css";
import { plannedHoursQuery } from "./queries";
import classes from "./Sessions.module.css";
import { durationName } from "./words";

interface Props {
  organisation: string;
  session: string;
}

/** The hours that are planned for each skill, beside those of the revision. */
export function HoursPanel({ organisation, session }: Props) {
  const { t } = useTranslation();
  const query = useQuery(plannedHoursQuery(organisation, session));
  return (
    <Panel labelledBy="heures">
      <Stack>
        <div>
          <Title order={2} id="heures">
            {t("hours.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("hours.lead")}
          </Text>
        </div>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={160} role="img" aria-label={t("state.loading")} />
        ) : (
          <>
            <Text>
              {t("hours.total", {
                planned: durationName(t, query.data.planned_minutes),
                announced: durationName(t, query.data.announced_minutes),
              })}
            </Text>
            {query.data.skills.length === 0 ? null : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
              <section className={classes.scroll} aria-label={t("hours.table")} tabIndex={0}>
                <table className={classes.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t("hours.skill")}</th>
                      <th scope="col" className={classes.figure}>
                        {t("hours.expected")}
                      </th>
                      <th scope="col" className={classes.figure}>
                        {t("hours.planned")}
                      </th>
                      <th scope="col" className={classes.figure}>
                        {t("hours.difference")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {query.data.skills.map((line) => (
                      <tr key={line.skill}>
                        <td>{line.label}</td>
                        <td className={classes.figure}>{minutes(t, line.expected_minutes)}</td>
                        <td className={classes.figure}>{minutes(t, line.planned_minutes)}</td>
                        <td className={classes.figure}>
                          {line.difference === 0 ? (
                            t("hours.equal")
                          ) : line.difference < 0 ? (
                            <span className={overview.short}>
                              {t("hours.missing", { duration: durationName(t, -line.difference) })}
                            </span>
                          ) : (
                            t("hours.beyond", { duration: durationName(t, line.difference) })
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            )}
          </>
        )}
      </Stack>
    </Panel>
  );
}

const minutes = (t: Parameters<typeof durationName>[0], value: number): string =>
  value === 0 ? "–" : durationName(t, value);
