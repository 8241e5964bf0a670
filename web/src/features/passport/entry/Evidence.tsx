import { Button, Switch, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Download, useDownload } from "@/api/download";
import type { EntryEvidence } from "@/api/types";
import { useTranslation } from "@/i18n/entryProof";
import { formatDay, formatRate } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../Passport.module.css";

interface Props {
  evidence: EntryEvidence[];
  download: (evidence: string) => Promise<Download>;
  onShow?: (evidence: string, visibility: EntryEvidence["visibility"]) => Promise<unknown>;
}

/** What an entry rests on; its person says who sees each element. */
export function Evidence({ evidence, download, onShow }: Props) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="preuves">
      <Title order={2} id="preuves" mb="xs">
        {t("entryProof.evidence")}
      </Title>
      {evidence.length === 0 ? (
        t("entryProof.noEvidence")
      ) : (
        <ul className={classes.rows}>
          {evidence.map((element) => (
            <li key={element.id}>
              <Element element={element} download={download} {...(onShow ? { onShow } : {})} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

type ElementProps = Omit<Props, "evidence"> & { element: EntryEvidence };

function Element({ element, download, onShow }: ElementProps) {
  const { t } = useTranslation();
  const run = useDownload(download);
  const show = useMutation({
    mutationFn: async (visibility: EntryEvidence["visibility"]) => onShow?.(element.id, visibility),
  });
  const { id, title, note, attempt, has_file: hasFile, file_sha256: hash, visibility } = element;
  const kind = element.kind === "file" || element.kind === "note" ? element.kind : "quiz_attempt";
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{title}</h3>
          <p className={classes.facts}>
            <span>{t(`entryProof.kinds.${kind}`)}</span>
            {attempt ? (
              <span>
                {t("entryProof.attempt", {
                  quiz: attempt.quiz,
                  percent: formatRate(attempt.percent * 10),
                  date: formatDay(attempt.published_at),
                })}
              </span>
            ) : null}
            {attempt && attempt.passed != null ? (
              <span>{t(attempt.passed ? "entryProof.passed" : "entryProof.failed")}</span>
            ) : null}
          </p>
        </div>
        {hasFile ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={run.isPending}
            aria-label={t("entryProof.downloadOf", { title })}
            onClick={() => run.mutate(id)}
          >
            {t("entryProof.download")}
          </Button>
        ) : null}
      </div>
      {note ? <p className={classes.quote}>{note}</p> : null}
      {kind === "quiz_attempt" && !attempt ? (
        <p className={classes.said}>{t("entryProof.attemptGone")}</p>
      ) : null}
      {kind === "file" && !hasFile ? (
        <p className={classes.said}>{t("entryProof.fileGone")}</p>
      ) : null}
      {hash ? <p className={classes.code}>{t("entryProof.print", { hash })}</p> : null}
      {onShow ? (
        <Switch
          mt="xs"
          label={t("entryProof.shared")}
          aria-label={t("entryProof.sharedOf", { title })}
          checked={visibility === "shared"}
          disabled={show.isPending}
          onChange={(event) => show.mutate(event.currentTarget.checked ? "shared" : "organisation")}
        />
      ) : (
        <p className={classes.said}>{t(`entryProof.seenBy.${visibility}`)}</p>
      )}
      {run.error || show.error ? <ProblemNotice error={run.error ?? show.error} /> : null}
    </>
  );
}
