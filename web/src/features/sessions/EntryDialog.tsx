import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { CalendarEntry } from "@/api/types";
import { useTranslation } from "@/i18n/calendar";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { formatList } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Dialog } from "@/ui/Dialog";
import { StateTag } from "@/ui/StateTag";
import classes from "./Calendar.module.css";
import { entryName } from "./entryWords";
import { partsOf, subjectOf } from "./model/slots";

/** One slot of a calendar. */
export function EntryDialog({ entry, onClose }: { entry: CalendarEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const day = dayOf(entry.starts_at);
  return (
    <Dialog opened onClose={onClose} title={entryName(t, entry)}>
      <Stack gap="sm">
        <Text fw={600}>
          {formatDate(day)}, {formatTimes(entry.starts_at, entry.ends_at)}
        </Text>
        <Text size="sm" c="dimmed">
          {partsOf(entry.half_days, day)
            .map((part) => t(`agenda.part.${part}`))
            .join(" + ")}
        </Text>
        {entry.is_cancelled ? (
          <div>
            <StateTag tone="error">{t("agenda.cancelled")}</StateTag>
          </div>
        ) : null}
        <EntryFacts entry={entry} />
        <EntryLinks entry={entry} />
      </Stack>
    </Dialog>
  );
}

/** Where, by whom, in which session. */
export function EntryFacts({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation();
  const { more } = subjectOf(entry);
  const lines = [
    more,
    `${entry.session_title} · ${entry.organisation_name}`,
    entry.place,
    entry.trainers.length > 0
      ? t("agenda.trainers", { names: formatList(entry.trainers) })
      : t("agenda.noTrainer"),
  ].filter(Boolean);
  return (
    <div className={classes.lines}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** The ways on from a slot. */
export function EntryLinks({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation();
  const { role, organisation_id: organisation, session_id: session, remote_url: url } = entry;
  const takesPart = role === "trainee";
  return (
    <div className={classes.links}>
      {url && !entry.is_cancelled ? (
        <a href={url} rel="noreferrer noopener" target="_blank">
          {t("agenda.join")}
        </a>
      ) : null}
      {takesPart ? (
        <Link to={paths.mySession} params={{ session }}>
          {t("agenda.open")}
        </Link>
      ) : (
        <>
          <Link to={paths.session} params={{ organisation, session }}>
            {t("agenda.open")}
          </Link>
          {entry.is_cancelled || entry.session_status === "draft" ? null : (
            <Link to={paths.attendance} params={{ organisation, session, slot: entry.slot_id }}>
              {t("agenda.rollCall")}
            </Link>
          )}
        </>
      )}
    </div>
  );
}
