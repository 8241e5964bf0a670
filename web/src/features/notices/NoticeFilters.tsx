import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/notices";
import { Choices } from "@/ui/Choices";
import classes from "./Notices.module.css";
import { trainingChoicesQuery } from "./queries";
import { type NoticeFilter, WANTED } from "./url";

interface Props {
  organisation: string;
  filter: NoticeFilter;
  onFilter: (next: NoticeFilter) => void;
}

/** What is shown: decided or not, of one training or of all. */
export function NoticeFilters({ organisation, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const trainings = useQuery(trainingChoicesQuery(organisation)).data ?? [];
  const { wanted, training } = filter;
  const listed = trainings.some(({ id }) => id === training);
  return (
    <search className={classes.filters} aria-label={t("notice.filters")}>
      <Choices
        legend={t("notice.wanted")}
        value={wanted}
        choices={WANTED.map((value) => ({ value, label: t(`notice.state.${value}`) }))}
        onChange={(next) => onFilter({ ...filter, wanted: next })}
      />
      <NativeSelect
        label={t("notice.training")}
        value={training ?? ""}
        onChange={(event) => onFilter({ ...filter, training: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("notice.allTrainings") },
          ...(training && !listed ? [{ value: training, label: t("notice.otherTraining") }] : []),
          ...trainings.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
    </search>
  );
}
