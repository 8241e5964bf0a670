// The calendar is drawn here rather than by @mantine/schedule: its month, week and day views add 48 kB of compressed scripts
// and 10 kB of styles to a page (9.6.2, measured), know no zone but the browser's, and have no list of days, which is what
// people read on a telephone. What is drawn here adds some 4 kB, tells times in Paris wherever one is, and is a table and
// lists for assistive technology.
import { Button, Group, NativeSelect, Skeleton, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import type { CalendarEntry, MyOrganisation } from "@/api/types";
import { useTranslation } from "@/i18n/calendar";
import { type Day, formatDays, formatMonth, today, weekNumber } from "@/lib/days";
import { Choices } from "@/ui/Choices";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Calendar.module.css";
import { CalendarList } from "./CalendarList";
import { EntryDialog } from "./EntryDialog";
import { MonthView } from "./MonthView";
import { useCalendar } from "./mineQueries";
import { rangeOf, step, VIEWS, type View } from "./model/agenda";
import type { CalendarPlace } from "./url";
import { WeekView } from "./WeekView";

interface Props {
  place: CalendarPlace;
  onPlace: (place: CalendarPlace) => void;
  /** The organisations whose whole calendar this person may read. */
  organisations: MyOrganisation[];
}

/** Slots by month, week or list: one's own, or those of an organisation. */
export function Calendar({ place, onPlace, organisations }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const view: View = place.view ?? (narrow ? "list" : "month");
  const day = place.day ?? today();
  const { from, to } = rangeOf(view, day);
  const query = useCalendar(place.organisation, from, to);
  const [opened, setOpened] = useState<CalendarEntry | null>(null);
  const entries = query.data ?? [];
  const go = (next: Day) => onPlace({ ...place, view, day: next });
  const title = titleOf(t, view, day, from, to);
  return (
    <Stack gap="md">
      <div className={classes.bar}>
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            px="xs"
            aria-label={t(`agenda.before.${view}`)}
            onClick={() => go(step(view, day, -1))}
          >
            <Icon name="chevronLeft" />
          </Button>
          <Button variant="default" onClick={() => onPlace({ ...place, view, day: null })}>
            {t("agenda.today")}
          </Button>
          <Button
            variant="default"
            px="xs"
            aria-label={t(`agenda.after.${view}`)}
            onClick={() => go(step(view, day, 1))}
          >
            <Icon name="chevronRight" />
          </Button>
        </Group>
        <h2 className={classes.title}>{title}</h2>
        <VisuallyHidden role="status">
          {query.isSuccess && !query.isPlaceholderData
            ? t("agenda.told", { count: entries.length, title })
            : ""}
        </VisuallyHidden>
        {organisations.length > 0 ? (
          <NativeSelect
            aria-label={t("agenda.whose")}
            value={place.organisation ?? ""}
            data={[
              { value: "", label: t("agenda.mine") },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) =>
              onPlace({ ...place, organisation: event.currentTarget.value || null })
            }
          />
        ) : null}
        <div className={classes.views}>
          <Choices<View>
            legend={t("agenda.view")}
            value={view}
            choices={VIEWS.map((value) => ({ value, label: t(`agenda.views.${value}`) }))}
            onChange={(next) => onPlace({ ...place, view: next })}
          />
        </div>
      </div>
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      ) : query.isPending ? (
        <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          {view === "month" ? (
            <MonthView
              day={day}
              entries={entries}
              onDay={go}
              onList={(next) => onPlace({ ...place, view: "list", day: next })}
              onEntry={setOpened}
            />
          ) : view === "week" ? (
            <WeekView day={day} entries={entries} onEntry={setOpened} />
          ) : entries.length === 0 ? (
            <Notice icon="clock" tone="info" title={t("agenda.none")}>
              {place.organisation === null ? t("agenda.noneMine") : null}
            </Notice>
          ) : (
            <CalendarList entries={entries} />
          )}
          {view !== "list" && entries.length === 0 ? (
            <Text c="dimmed" mt="sm">
              {t("agenda.none")}
            </Text>
          ) : null}
        </div>
      )}
      {opened ? <EntryDialog entry={opened} onClose={() => setOpened(null)} /> : null}
    </Stack>
  );
}

type T = ReturnType<typeof useTranslation>["t"];

function titleOf(t: T, view: View, day: Day, from: Day, to: Day): string {
  if (view === "month") return formatMonth(day);
  const period = formatDays(from, to);
  return view === "week" ? t("agenda.week", { number: weekNumber(day), period }) : period;
}
