import { Button, FileInput, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/experienceProposals";
import { formatBytes } from "@/lib/format";
import { saveFile } from "@/lib/save";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../Experiences.module.css";
import { propose } from "../review/queries";
import { faultOf, LARGEST, template } from "./table";

/** Experiences from one table, for trainees of the organisation: checked first, written when that is confirmed. */
export function ProposalForm({ organisation }: { organisation: string }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: async ({ table, dryRun }: { table: File; dryRun: boolean }) =>
      propose(organisation, await table.text(), dryRun),
  });
  const choose = (chosen: File | null) => {
    run.reset();
    const large = chosen !== null && chosen.size > LARGEST;
    setFault(large ? t("proposal.tooLarge", { limit: formatBytes(LARGEST) }) : null);
    setFile(large ? null : chosen);
    if (chosen && !large) run.mutate({ table: chosen, dryRun: true });
  };
  const again = () => {
    run.reset();
    setFile(null);
  };
  const shown = run.data;
  const faults = run.error ? asProblem(run.error).errors.map(faultOf) : [];
  return (
    <Panel labelledBy="tableau">
      <Stack>
        <div>
          <Title order={2} id="tableau">
            {t("proposal.table")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("proposal.tableHelp")}
          </Text>
        </div>
        <Group>
          <Button
            variant="default"
            onClick={() =>
              saveFile(new Blob([template()], { type: "text/csv" }), "experiences.csv")
            }
          >
            {t("proposal.template")}
          </Button>
        </Group>
        <FileInput
          placeholder={t("upload.choose")}
          label={t("proposal.file")}
          accept=".csv,.txt,text/csv,text/plain"
          value={file}
          error={fault}
          clearable
          clearButtonProps={{ "aria-label": t("proposal.clear") }}
          disabled={run.isPending}
          onChange={choose}
        />
        {run.error ? (
          <ProblemNotice
            error={run.error}
            title={t("proposal.refused")}
            {...(faults.length === 0 && file
              ? { onRetry: () => run.mutate({ table: file, dryRun: true }) }
              : {})}
          />
        ) : null}
        {faults.length > 0 ? (
          <ul className={classes.rows}>
            {faults.map(({ line, column, message }) => (
              <li key={`${line} ${column} ${message}`}>
                <p className={classes.facts}>
                  {line === null ? null : <strong>{t("proposal.line", { line })}</strong>}
                  {column ? <span>{column}</span> : null}
                </p>
                <p className={classes.said}>{message}</p>
              </li>
            ))}
          </ul>
        ) : null}
        {shown?.dry_run && file ? (
          <Notice
            announce
            title={t("proposal.would", { count: shown.experiences })}
            actions={
              <Button
                size="sm"
                loading={run.isPending}
                onClick={() => run.mutate({ table: file, dryRun: false })}
              >
                {t("proposal.confirm", { count: shown.experiences })}
              </Button>
            }
          >
            {t("proposal.people", { count: shown.people })} {t("proposal.wouldHelp")}
          </Notice>
        ) : null}
        {shown && !shown.dry_run ? (
          <Notice
            tone="success"
            announce
            title={t("proposal.done", { count: shown.experiences })}
            actions={
              <Button size="sm" variant="default" onClick={again}>
                {t("proposal.again")}
              </Button>
            }
          >
            {t("proposal.people", { count: shown.people })} {t("proposal.doneHelp")}
          </Notice>
        ) : null}
      </Stack>
    </Panel>
  );
}
