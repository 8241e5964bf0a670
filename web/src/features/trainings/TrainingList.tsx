import { Button, NativeSelect, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TrainingStatus, TrainingSummary } from "@/api/types";
import { useTranslation } from "@/i18n/trainings";
import { formatList, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { type TrainingFilter, useTrainings } from "./queries";
import { TitleSearch } from "./TitleSearch";
import classes from "./TrainingList.module.css";
import { TrainingState } from "./TrainingState";
import { durationName, STATUSES, statusName } from "./words";

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
  return (
    <Stack gap="lg">
      <div className={classes.filters}>
        <TitleSearch words={filter.words} onWords={(words) => onFilter({ ...filter, words })} />
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
  const list = useTrainings(organisation, filter);
  return (
    <PagedList list={list} height={220} none={<None filter={filter} writes={writes} />}>
      {(trainings, busy) => (
        <ul className={classes.list} aria-busy={busy}>
          {trainings.map((training) => (
            <li key={training.id}>
              <Row organisation={organisation} training={training} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function None({ filter, writes }: Pick<Props, "filter" | "writes">) {
  const { t } = useTranslation();
  if (filter.words !== "" || filter.status) {
    return <Text role="status">{t("trainings.noneFound")}</Text>;
  }
  return (
    <Notice icon="book" title={t("trainings.none")}>
      {t(writes ? "trainings.noneHelp" : "trainings.noneRead")}
    </Notice>
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
