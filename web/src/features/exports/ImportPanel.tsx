import { FileInput, Loader, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { PassportImport } from "@/api/types";
import { useTranslation } from "@/i18n/imports";
import { formatDateShort } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { levelName } from "@/record/levels";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import classes from "./Exports.module.css";
import { importsQuery, useExportChanges } from "./queries";

/** Takes in what another platform signed, and says what came of it. */
export function ImportPanel() {
  const { t } = useTranslation();
  const { take } = useExportChanges();
  const [name, setName] = useState("");
  const run = useMutation({ mutationFn: take });
  const problem = run.error ? asProblem(run.error) : null;
  const unknown = problem?.errors.some(({ code }) => code === "unknown_key") ?? false;
  const choose = (file: File | null) => {
    if (!file) return;
    setName(file.name);
    run.mutate(file);
  };
  return (
    <Panel labelledBy="importer">
      <Stack>
        <div>
          <Title order={2} id="importer">
            {t("importing.title")}
          </Title>
          <Text c="dimmed" mt={4} maw="68ch">
            {t("importing.lead")}
          </Text>
        </div>
        <FileInput
          placeholder={t("upload.choose")}
          label={t("importing.file")}
          description={t("importing.fileHelp")}
          value={null}
          disabled={run.isPending}
          onChange={choose}
        />
        <div role="status">
          {run.isPending ? (
            <Text size="sm">
              <Loader size={14} /> {t("importing.checking", { name })}
            </Text>
          ) : null}
          {run.isSuccess ? (
            <Notice tone="success" icon="shield" title={t("importing.done", { name })}>
              {t("importing.doneHelp", { count: run.data.skills.length, issuer: run.data.issuer })}
            </Notice>
          ) : null}
        </div>
        {problem ? (
          <ProblemNotice
            error={problem}
            title={t("importing.refused", { name })}
            messages={[
              ...problem.errors.map(({ message }) => message),
              ...(unknown ? [t("importing.unknownHelp")] : []),
            ]}
          />
        ) : null}
      </Stack>
    </Panel>
  );
}

/** What other platforms attested: never merged with what organisations validated here. */
export function ImportList() {
  const { t } = useTranslation();
  const list = useQuery(importsQuery);
  if (list.isError) {
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  const entries = list.data;
  return (
    <Panel labelledBy="importes">
      <Title order={2} id="importes" mb="sm">
        {t("importing.list")}
      </Title>
      {entries === undefined ? (
        <Loader role="img" aria-label={t("state.loading")} />
      ) : entries.length === 0 ? (
        <Text>{t("importing.none")}</Text>
      ) : (
        <ul className={classes.rows}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Line entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({ entry }: { entry: PassportImport }) {
  const { t } = useTranslation();
  const { forget } = useExportChanges();
  const { id, issuer, kind, number, skills } = entry;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{issuer}</h3>
          <p className={classes.facts}>
            <span>{t(`importing.kind.${kind}`)}</span>
            {number ? <span>{number}</span> : null}
            <span>{t("importing.issued", { date: formatDateShort(entry.issued_on) })}</span>
            <span>{t("importing.imported", { date: formatMoment(entry.imported_at) })}</span>
          </p>
        </div>
        <StateTag tone="success">{t("importing.signed")}</StateTag>
      </div>
      <Disclosure label={t("count.skills", { count: skills.length })}>
        <ul className={classes.rows}>
          {skills.map((skill) => (
            <li key={`${skill.code} ${skill.label} ${skill.attested_on} ${skill.organisation}`}>
              <p className={classes.name}>{skill.label}</p>
              <p className={classes.facts}>
                {skill.level_name ? <span>{skill.level_name}</span> : null}
                {skill.level ? (
                  <span>{`${skill.level}\u00a0${levelName(t, skill.level)}`}</span>
                ) : null}
                {skill.organisation ? <span>{skill.organisation}</span> : null}
                {skill.attested_on ? <span>{formatDateShort(skill.attested_on)}</span> : null}
                {skill.expires_on ? (
                  <span>{t("importing.until", { date: formatDateShort(skill.expires_on) })}</span>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
      <div className={classes.below}>
        <ConfirmButton
          label={t("importing.remove")}
          aria-label={t("importing.removeOf", { issuer })}
          title={t("importing.removeTitle")}
          confirm={t("importing.remove")}
          size="sm"
          variant="default"
          danger
          action={() => forget(id)}
        >
          {t("importing.removeText")}
        </ConfirmButton>
      </div>
    </>
  );
}
