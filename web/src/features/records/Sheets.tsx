import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { RecordSheet } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { formatDays, today, weekNumber } from "@/lib/days";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ExportButtons, SHEET_FORMATS } from "./ExportButtons";
import { countIn, unclosed, weekAtHand } from "./model/sheets";
import { byWeek, type Week } from "./model/weeks";
import { downloadSheet, type Place, sheetsQuery } from "./queries";
import classes from "./Records.module.css";
import { SheetRow } from "./SheetRow";

/** Every sheet of a session, week by week, with its state and its files. */
export function Sheets({ place }: { place: Place }) {
  const { t } = useTranslation();
  const query = useQuery(sheetsQuery(place));
  const late = query.data ? unclosed(query.data, today()) : [];
  return (
    <Panel labelledBy="feuilles">
      <Stack>
        <div>
          <Title order={2} id="feuilles">
            {t("records.sheets")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="66ch">
            {t("records.sheetsHelp")}
          </Text>
        </div>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={220} role="img" aria-label={t("state.loading")} />
        ) : query.data.length === 0 ? (
          <Text c="dimmed">{t("records.noSheet")}</Text>
        ) : (
          <>
            {late.length > 0 ? (
              <Notice tone="warning" title={t("records.late", { count: late.length })}>
                {t("records.lateHelp")}
              </Notice>
            ) : null}
            <ExportButtons
              name={t("records.wholeSession")}
              label={t("records.exportSession")}
              formats={SHEET_FORMATS}
              download={(format) => downloadSheet(place, { scope: "session" }, format)}
            />
            <Weeks place={place} sheets={query.data} />
          </>
        )}
      </Stack>
    </Panel>
  );
}

function Weeks({ place, sheets }: { place: Place; sheets: RecordSheet[] }) {
  const { t } = useTranslation();
  const weeks = byWeek(sheets);
  const first = weekAtHand(weeks, today());
  const asideOf = ({ slots }: Week<RecordSheet>) => {
    const { held, closed } = countIn(slots);
    return t("records.closedOf", { closed, count: held });
  };
  return (
    <div>
      {weeks.map((week) => {
        const name = t("records.week", {
          number: weekNumber(week.monday),
          period: formatDays(week.monday, week.sunday),
        });
        return (
          <div key={week.monday} className={classes.week}>
            <Disclosure
              label={name}
              aside={<span className={classes.aside}>{asideOf(week)}</span>}
              open={week.monday === first}
            >
              <ExportButtons
                name={name}
                label={t("records.exportWeek")}
                formats={SHEET_FORMATS}
                download={(format) =>
                  downloadSheet(place, { scope: "week", week: week.monday }, format)
                }
              />
              <ul className={`${classes.rows} ${classes.below}`}>
                {week.slots.map((sheet) => (
                  <li key={sheet.slot_id}>
                    <SheetRow place={place} sheet={sheet} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        );
      })}
    </div>
  );
}
