import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SessionStatus, SessionSummary } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { dayOf, formatDate, formatPeriod, formatTime, timeOf } from "@/lib/days";
import { formatList } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useSessions } from "./queries";
import { SessionState } from "./SessionState";
import classes from "./Sessions.module.css";
import type { SessionFilter } from "./url";
import { STATUSES, seatsName, statusName } from "./words";

const TYPING_PAUSE_MS = 250;

interface Props {
  organisation: string;
  filter: SessionFilter;
  onFilter: (filter: SessionFilter) => void;
  /** Whether this person may open sessions. */
  writes: boolean;
}

/** The sessions of an organisation, found by title, state and days. */
export function SessionList({ organisation, filter, onFilter, writes }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(filter.words);
  const search = useDebouncedCallback(
    (typed: string) => onFilter({ ...filter, words: typed.trim() }),
    TYPING_PAUSE_MS,
  );
  return (
    <Stack gap="lg">
      <search className={classes.filters} aria-label={t("sessions.filters")}>
        <TextInput
          type="search"
          label={t("sessions.search")}
          leftSection={<Icon name="search" />}
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <NativeSelect
          size="md"
          label={t("sessions.status")}
          value={filter.status ?? ""}
          data={[
            { value: "", label: t("sessions.anyStatus") },
            ...STATUSES.map((value) => ({ value, label: statusName(t, value) })),
          ]}
          onChange={(event) =>
            onFilter({ ...filter, status: (event.currentTarget.value || null) as SessionStatus })
          }
        />
        <TextInput
          type="date"
          label={t("sessions.from")}
          value={filter.from}
          max={filter.to || undefined}
          onChange={(event) => onFilter({ ...filter, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("sessions.to")}
          value={filter.to}
          min={filter.from || undefined}
          onChange={(event) => onFilter({ ...filter, to: event.currentTarget.value })}
        />
      </search>
      <Rows organisation={organisation} filter={filter} writes={writes} />
    </Stack>
  );
}

function Rows({ organisation, filter, writes }: Omit<Props, "onFilter">) {
  const { t } = useTranslation();
  const list = useSessions(organisation, filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) {
    return <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (rows.length === 0) {
    const filtered = filter.words || filter.status || filter.from || filter.to;
    if (filtered) return <Text role="status">{t("sessions.noneFound")}</Text>;
    return (
      <Notice icon="clock" tone="info" title={t("sessions.none")}>
        {t(writes ? "sessions.noneHelp" : "sessions.noneRead")}
      </Notice>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-busy={list.isPlaceholderData}>
        {rows.map((session) => (
          <li key={session.id}>
            <Row organisation={organisation} session={session} />
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
    </>
  );
}

interface RowProps {
  organisation: string;
  session: SessionSummary;
}

function Row({ organisation, session }: RowProps) {
  const { t } = useTranslation();
  const { id, title, status, trainers, waiting, place, next_slot_at: next } = session;
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <Link to={paths.session} params={{ organisation, session: id }}>
            {title}
          </Link>
        </h2>
        <SessionState status={status} />
      </div>
      <p className={classes.facts}>
        <span>{formatPeriod(session.starts_on, session.ends_on)}</span>
        {place ? <span>{place}</span> : null}
        <span>{seatsName(t, session)}</span>
        {waiting > 0 ? <span>{t("session.waiting", { count: waiting })}</span> : null}
        <span>{t("session.slotCount", { count: session.slots })}</span>
      </p>
      <p className={`${classes.facts} ${classes.soft}`}>
        <span>
          {trainers.length > 0
            ? t("sessions.trainers", { names: formatList(trainers) })
            : t("sessions.noTrainer")}
        </span>
        {next ? (
          <span>
            {t("session.next", { day: formatDate(dayOf(next)), time: formatTime(timeOf(next)) })}
          </span>
        ) : null}
      </p>
    </div>
  );
}
