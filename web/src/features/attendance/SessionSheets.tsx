import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/attendance";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { paths } from "@/lib/paths";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { toKeep } from "./model/sheets";
import { sheetsQuery } from "./queries";
import classes from "./Signing.module.css";

const SHOWN = 4;
const TONES = { open: "neutral", closed: "success", contested: "error" } as const;

interface Props {
  organisation: string;
  session: string;
}

/** The sheets that ask for something, on the first page of a session. */
export function SessionSheets({ organisation, session }: Props) {
  const { t } = useTranslation();
  const query = useQuery(sheetsQuery(organisation, session));
  const sheets = query.data ? toKeep(query.data, Date.now()) : [];
  const more = sheets.length - SHOWN;
  return (
    <Panel labelledBy="emargement">
      <Stack gap="sm">
        <div>
          <Title order={2} id="emargement">
            {t("sheets.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("sheets.lead")}
          </Text>
        </div>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={60} role="img" aria-label={t("state.loading")} />
        ) : sheets.length === 0 ? (
          <Text c="dimmed">{t("sheets.none")}</Text>
        ) : (
          <ul className={classes.people}>
            {sheets.slice(0, SHOWN).map((sheet) => {
              const day = formatDate(dayOf(sheet.starts_at));
              return (
                <li key={sheet.slot_id} className={classes.sheet}>
                  <Link
                    to={paths.attendance}
                    params={{ organisation, session, slot: sheet.slot_id }}
                    className={classes.name}
                    aria-label={t("sheets.open", { label: sheet.label, day })}
                  >
                    {sheet.label}
                  </Link>
                  <span className={classes.soft}>
                    {day}, {formatTimes(sheet.starts_at, sheet.ends_at)}
                  </span>
                  <span className={classes.soft}>
                    {t("sheets.marked", { marked: sheet.marked, expected: sheet.expected })}
                  </span>
                  {sheet.state === "open" ? null : (
                    <StateTag tone={TONES[sheet.state]}>{t(`sheet.state.${sheet.state}`)}</StateTag>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {more > 0 ? (
          <Link to={paths.sessionSlots} params={{ organisation, session }}>
            {t("sheets.more", { count: more })}
          </Link>
        ) : null}
      </Stack>
    </Panel>
  );
}
