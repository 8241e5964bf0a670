import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TrainingStatus, TrainingSummary } from "@/api/types";
import { useTranslation } from "@/i18n/trainings";
import { formatList, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type TrainingFilter, useTrainings } from "./queries";
import classes from "./TrainingList.module.css";
import { TrainingState } from "./TrainingState";
import { durationName, STATUSES, statusName } from "./words";

const TYPING_PAUSE_MS = 250;

interface Props {
  organisation: string;
  filter: TrainingFilter;
  onFilter: (filter: TrainingFilter) => void;
  /** Whether this person may write trainings. */
  writes: boolean;
}

/** The trainings of an organisation, found by title and state. */
export function TrainingList({ organisation, filter, onFilter, writes }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(filter.words);
  const search = useDebouncedCallback(
    (typed: string) => onFilter({ ...filter, words: typed.trim() }),
    TYPING_PAUSE_MS,
  );
  return (
    <Stack gap="lg">
      <div className={classes.filters}>
        <TextInput
          type="search"
          label={t("trainings.search")}
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
          label={t("trainings.status")}
          value={filter.status ?? ""}
          data={[
            { value: "", label: t("trainings.anyStatus") },
            ...STATUSES.map((value) => ({ value, label: statusName(t, value) })),
          ]}
          onChange={(event) =>
            onFilter({ ...filter, status: (event.currentTarget.value || null) as TrainingStatus })
          }
        />
        {writes ? (
          <Button
            renderRoot={(props) => (
              <Link to={paths.trainingNew} params={{ organisation }} {...props} />
            )}
            size="md"
            leftSection={<Icon name="plus" size={16} />}
          >
            {t("trainings.create")}
          </Button>
        ) : null}
      </div>
      <Rows organisation={organisation} filter={filter} writes={writes} />
    </Stack>
  );
}

function Rows({ organisation, filter, writes }: Omit<Props, "onFilter">) {
  const { t } = useTranslation();
  const list = useTrainings(organisation, filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) {
    return <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (rows.length === 0) {
    if (filter.words !== "" || filter.status) {
      return <Text role="status">{t("trainings.noneFound")}</Text>;
    }
    return (
      <Notice icon="book" title={t("trainings.none")}>
        {t(writes ? "trainings.noneHelp" : "trainings.noneRead")}
      </Notice>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-busy={list.isPlaceholderData}>
        {rows.map((training) => (
          <li key={training.id}>
            <Row organisation={organisation} training={training} />
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
  training: TrainingSummary;
}

function Row({ organisation, training }: RowProps) {
  const { t } = useTranslation();
  const { id, title, status, has_draft: hasDraft, updated_at: at, updated_by: by } = training;
  const date = formatMoment(at);
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <Link to={paths.training} params={{ organisation, training: id }}>
            {title}
          </Link>
        </h2>
        <TrainingState status={status} hasDraft={hasDraft} />
      </div>
      <p className={classes.facts}>
        <span>{durationName(t, training.minutes)}</span>
        <span>{t("training.skillCount", { count: training.skills })}</span>
        {training.jobs.length > 0 ? <span>{formatList(training.jobs)}</span> : null}
      </p>
      <p className={classes.author}>
        {by ? t("trainings.writtenBy", { name: by, date }) : t("trainings.writtenAt", { date })}
      </p>
    </div>
  );
}
