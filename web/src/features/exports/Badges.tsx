import { Button, Checkbox, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/singleProofs";
import { formatDay } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Exports.module.css";
import { useExportChanges } from "./queries";
import { stepName } from "./words";

/** A validation that stands. */
export interface OwnValidation {
  id: string;
  label: string;
  step: string;
  level: number | null;
  organisation: string;
  at: string;
}

/** One's validations that stand, each as an Open Badge. */
export function Badges({ validations }: { validations: OwnValidation[] }) {
  const { t } = useTranslation();
  const [named, setNamed] = useState(false);
  return (
    <Panel labelledBy="badges">
      <Title order={2} id="badges">
        {t("badge.title")}
      </Title>
      <Text c="dimmed" mt={4} maw="68ch">
        {t("badge.lead")}
      </Text>
      {validations.length === 0 ? (
        <Text mt="sm">{t("badge.none")}</Text>
      ) : (
        <>
          <Checkbox
            mt="md"
            label={t("badge.named")}
            description={t("badge.namedHelp")}
            checked={named}
            onChange={(event) => setNamed(event.currentTarget.checked)}
          />
          <ul className={`${classes.rows} ${classes.below}`}>
            {validations.map((validation) => (
              <li key={validation.id}>
                <Line validation={validation} named={named} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Line({ validation, named }: { validation: OwnValidation; named: boolean }) {
  const { t } = useTranslation();
  const { badge } = useExportChanges();
  const run = useDownload((withName: boolean) => badge(validation.id, withName));
  const { label, step, level, organisation, at } = validation;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{label}</h3>
          <p className={classes.facts}>
            <span>{stepName(t, step, level)}</span>
            <span>{organisation}</span>
            <span>{formatDay(at)}</span>
          </p>
        </div>
        <Button
          size="sm"
          variant="default"
          loading={run.isPending}
          aria-label={t("badge.downloadOf", { label, name: organisation, date: formatDay(at) })}
          onClick={() => run.mutate(named)}
        >
          {t("badge.download")}
        </Button>
      </div>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
