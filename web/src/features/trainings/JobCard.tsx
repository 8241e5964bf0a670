import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { Job } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { Dialog } from "@/ui/Dialog";
import { Disclosure } from "@/ui/Disclosure";
import { Fault } from "./Fault";
import { JobSkills } from "./JobSkills";
import classes from "./Lines.module.css";
import type { Draft, DraftJob } from "./model/draft";
import { onlyFrom, removeJob } from "./model/jobs";
import type { Edit } from "./useEditor";
import { quoted } from "./words";

interface Props {
  job: DraftJob;
  sheet: Job | undefined;
  sheets: Job[];
  draft: Draft;
  fault: string | undefined;
  edit: Edit;
}

/** One job of the training, and every skill the catalogue lists for it. */
export function JobCard({ job, sheet, sheets, draft, fault, edit }: Props) {
  const { t } = useTranslation();
  const chosen = new Set(draft.skills.map(({ skill }) => skill));
  const core = sheet?.skills.filter((skill) => skill.core) ?? [];
  const kept = core.filter(({ code }) => chosen.has(code)).length;
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.label}>
            {job.label} <span className={classes.code}>{job.code}</span>
          </h3>
          {job.appellation ? (
            <Text size="sm" c="dimmed">
              {t("training.jobs.chosenAs", { name: quoted(job.appellation) })}
            </Text>
          ) : null}
          {sheet ? (
            <Text size="sm">{t("writing.jobs.core", { count: core.length, kept })}</Text>
          ) : null}
        </div>
        <RemoveJob job={job} draft={draft} edit={edit} />
      </div>
      <Fault text={fault} />
      {sheet ? (
        <Disclosure label={t("writing.jobs.skills", { count: sheet.skills.length })}>
          <JobSkills sheet={sheet} sheets={sheets} chosen={chosen} edit={edit} />
        </Disclosure>
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t("state.loading")}
        </Text>
      )}
    </div>
  );
}

function RemoveJob({ job, draft, edit }: { job: DraftJob; draft: Draft; edit: Edit }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [withSkills, setWithSkills] = useState(true);
  const only = onlyFrom(draft, job.code).length;
  const remove = () => {
    dialog.close();
    edit((now) => removeJob(now, job.code, withSkills));
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("writing.jobs.removeOf", { label: job.label })}
        onClick={dialog.open}
      >
        {t("training.remove")}
      </Button>
      <Dialog
        opened={opened}
        onClose={dialog.close}
        title={t("writing.jobs.removeTitle", { label: job.label })}
      >
        <Stack>
          {only > 0 ? (
            <Checkbox
              label={t("writing.jobs.removeSkills", { count: only })}
              checked={withSkills}
              onChange={(event) => setWithSkills(event.currentTarget.checked)}
            />
          ) : (
            <Text>{t("writing.jobs.removeKeeps")}</Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button color="brick" onClick={remove} data-autofocus>
              {t("training.remove")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
