import { NativeSelect } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { AlertFrequency, SavedSearch, SavedSearchAlert } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { formatMoment } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useSavedSearchChanges } from "./queries";
import classes from "./Saved.module.css";

const FREQUENCIES: AlertFrequency[] = ["none", "daily", "weekly"];

interface Props {
  saved: SavedSearch;
  alert: SavedSearchAlert;
  /** Leads to those who match and did not before. */
  newLink: (saved: SavedSearch, label: string) => ReactNode;
}

/** How often one is told of people who match and did not before, and how many there are now. */
export function Alert({ saved, alert, newLink }: Props) {
  const { t } = useTranslation();
  const { watch } = useSavedSearchChanges();
  const [chosen, setChosen] = useState<AlertFrequency | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { new_matches: found, next_at: nextAt, state } = alert;
  const change = async (frequency: AlertFrequency) => {
    setChosen(frequency);
    setError(null);
    await watch(saved, frequency).catch(setError);
    setChosen(null);
  };
  return (
    <div className={classes.alert} aria-busy={chosen !== null}>
      <NativeSelect
        size="sm"
        label={t("savedAlert.label")}
        aria-label={t("savedAlert.labelOf", { name: saved.name })}
        value={chosen ?? alert.frequency}
        data={FREQUENCIES.map((value) => ({ value, label: t(`savedAlert.${value}`) }))}
        onChange={(event) => change(event.currentTarget.value as AlertFrequency)}
      />
      <p className={classes.alertState} role="status">
        {t(`savedAlert.state.${state}`)}
        {state === "watching" && nextAt
          ? ` ${t("savedAlert.next", { date: formatMoment(nextAt) })}`
          : null}
      </p>
      {found > 0 ? newLink(saved, t("savedAlert.found", { count: found })) : null}
      {error ? <ProblemNotice error={error} /> : null}
    </div>
  );
}
