import { Button, Group, Stack, Text } from "@mantine/core";
import { memo, type ReactNode } from "react";
import type { Job } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { JobCard } from "./JobCard";
import classes from "./Lines.module.css";
import { SuggestionList } from "./later";
import type { Draft } from "./model/draft";
import type { Faults } from "./model/faults";
import { useSuggestions } from "./queries";
import { Section } from "./Section";
import type { Edit } from "./useEditor";

const SHORTEST = 2;

interface Props {
  draft: Draft;
  faults: Faults;
  edit: Edit;
  /** What the catalogue says of the training's jobs; those on their way are missing. */
  sheets: Job[];
  picker: ReactNode;
  /** Adds a job by its code, under the name that was chosen. */
  onAddJob: (code: string, appellation: string | null) => void;
  /** Why the last job could not be added. */
  failure: unknown;
}

/** The jobs a training is for; each brings its core skills. */
export const Jobs = memo(function Jobs(props: Props) {
  const { draft, faults, edit, sheets, picker, onAddJob, failure } = props;
  const { t } = useTranslation();
  const suggest = useSuggestions();
  const title = draft.title.trim();
  return (
    <Section
      id="metiers"
      title={t("training.section.jobs")}
      lead={t("writing.jobs.lead")}
      fault={faults.jobs}
    >
      {picker}
      {failure ? <ProblemNotice error={failure} title={t("writing.jobs.failed")} /> : null}
      <Stack gap="xs">
        <Group>
          <Button
            variant="light"
            className={classes.wrapping ?? ""}
            leftSection={<Icon name="search" size={16} />}
            loading={suggest.isPending}
            disabled={title.length < SHORTEST}
            onClick={() => suggest.mutate({ title, description: draft.texts.description.trim() })}
          >
            {t("writing.suggest.open")}
          </Button>
        </Group>
        {title.length < SHORTEST ? (
          <Text size="sm" c="dimmed">
            {t("writing.suggest.needsTitle")}
          </Text>
        ) : null}
      </Stack>
      {suggest.isError ? (
        <ProblemNotice error={suggest.error} title={t("writing.suggest.failed")} />
      ) : null}
      {suggest.data ? (
        <Later>
          <SuggestionList
            found={suggest.data}
            draft={draft}
            sheets={sheets}
            edit={edit}
            onAddJob={onAddJob}
            onClose={suggest.reset}
          />
        </Later>
      ) : null}
      {draft.jobs.length === 0 ? (
        <Text c="dimmed">{t("training.jobs.none")}</Text>
      ) : (
        <ul className={classes.cards} aria-label={t("training.section.jobs")}>
          {draft.jobs.map((job) => (
            <li key={job.code}>
              <JobCard
                job={job}
                sheet={sheets.find(({ code }) => code === job.code)}
                sheets={sheets}
                draft={draft}
                fault={faults[`jobs.${job.code}`]}
                edit={edit}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
});
