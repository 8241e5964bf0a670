import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReadinessItem } from "@/api/types";
import { useTranslation } from "@/i18n/sessionOverview";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { remedyOf } from "./model/readiness";
import classes from "./Overview.module.css";
import { readinessQuery } from "./queries";

interface Props {
  organisation: string;
  session: string;
}

/** What still blocks the start, or is missing after it, and what deserves a look: each point leads to where it is put right. */
export function ReadinessPanel({ organisation, session, hasBegun }: Props & { hasBegun: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(readinessQuery(organisation, session));
  const items = query.data?.items ?? [];
  const blocking = items.filter((item) => item.is_blocking);
  const others = items.filter((item) => !item.is_blocking);
  return (
    <Panel labelledBy="preparation">
      <Stack>
        <Title order={2} id="preparation">
          {t(hasBegun ? "readiness.headingBegun" : "readiness.heading")}
        </Title>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={120} role="img" aria-label={t("state.loading")} />
        ) : (
          <>
            {query.data.is_ready ? (
              <Notice
                tone="success"
                title={t(hasBegun ? "readiness.readyBegun" : "readiness.ready")}
              >
                {others.length > 0 ? t("readiness.readyButLook") : null}
              </Notice>
            ) : (
              <Items
                heading={t(hasBegun ? "readiness.missing" : "readiness.blocking", {
                  count: blocking.length,
                })}
                items={blocking}
                organisation={organisation}
                session={session}
              />
            )}
            {others.length > 0 ? (
              <Items
                heading={t("readiness.look", { count: others.length })}
                items={others}
                organisation={organisation}
                session={session}
              />
            ) : null}
          </>
        )}
      </Stack>
    </Panel>
  );
}

interface ItemsProps extends Props {
  heading: string;
  items: ReadinessItem[];
}

function Items({ heading, items, organisation, session }: ItemsProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Text fw={650} component="h3" mb={4}>
        {heading}
      </Text>
      <ul className={classes.points}>
        {items.map((item) => {
          const { to, slot } = remedyOf(item);
          return (
            <li key={`${item.code}-${item.slot_id ?? item.message}`}>
              <span className={classes.mark} data-blocking={item.is_blocking || undefined}>
                <Icon name={item.is_blocking ? "alert" : "info"} size={18} />
              </span>
              <span>{item.message}</span>
              <Link
                to={to}
                params={{ organisation, session }}
                search={slot ? { creneau: slot } : {}}
                className={classes.remedy}
                aria-label={t(item.is_blocking ? "readiness.fixOf" : "readiness.seeOf", {
                  message: item.message,
                })}
              >
                {t(item.is_blocking ? "readiness.fix" : "readiness.see")}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
