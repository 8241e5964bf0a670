import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { EdofLine } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { formatDateShort, today } from "@/lib/days";
import { formatDuration, formatRate } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { edofQuery, type Place } from "./queries";
import classes from "./Records.module.css";

/** What a training paid from a personal account must declare; nothing is sent anywhere. */
export function Edof({ place }: { place: Place }) {
  const { t } = useTranslation();
  const query = useQuery(edofQuery(place));
  return (
    <Panel labelledBy="cpf">
      <Stack>
        <div>
          <Title order={2} id="cpf">
            {t("edof.title")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="70ch">
            {t("edof.lead")}
          </Text>
        </div>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={220} role="img" aria-label={t("state.loading")} />
        ) : query.data.lines.length === 0 ? (
          <Text c="dimmed">{t("totals.nobody")}</Text>
        ) : (
          <>
            <Text size="sm" c="dimmed" maw="70ch">
              {query.data.formula}
            </Text>
            <ul className={classes.rows}>
              {query.data.lines.map((line) => (
                <li key={line.enrolment_id}>
                  <Declaration line={line} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Panel>
  );
}

function Declaration({ line }: { line: EdofLine }) {
  const { t } = useTranslation();
  const { proposal } = line;
  const day = (value: string | null | undefined) => (value ? formatDateShort(value) : "–");
  const by = (value: string | null | undefined) =>
    value && value < today() ? t("edof.overdue", { date: day(value) }) : day(value);
  return (
    <Stack gap="sm">
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{fullName(line)}</h3>
          {line.reference ? (
            <p className={classes.facts}>{t("edof.file", { reference: line.reference })}</p>
          ) : null}
        </div>
        <span className={classes.actions}>
          {line.has_abandoned ? <StateTag tone="warning">{t("edof.abandoned")}</StateTag> : null}
          <StateTag tone={proposal.service_done === "total" ? "success" : "neutral"}>
            {t(`edof.done.${proposal.service_done}`)}
          </StateTag>
        </span>
      </div>
      <Facts
        facts={[
          [t("edof.entered"), day(line.entered_on)],
          [t("edof.entryBy"), by(line.declare_entry_by)],
          [t("edof.leftOn"), day(line.left_on)],
          [t("edof.exitBy"), by(line.declare_exit_by)],
          [
            t("edof.rate"),
            proposal.completion_rate == null ? "–" : formatRate(proposal.completion_rate),
          ],
          [t("edof.missed"), formatDuration(proposal.missed_minutes)],
        ]}
      />
      {proposal.reason ? <Text size="sm">{t(`edof.why.${proposal.reason}`)}</Text> : null}
      <Text size="sm" c="dimmed">
        {t("edof.computation", { text: line.computation })}
      </Text>
    </Stack>
  );
}
