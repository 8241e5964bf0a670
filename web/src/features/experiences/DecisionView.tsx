import { Button } from "@mantine/core";
import { type Download, useDownload } from "@/api/download";
import type { ExperienceDecision } from "@/api/types";
import { useTranslation } from "@/i18n/experienceWords";
import { formatBytes, formatMoment } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Experiences.module.css";
import { shortLevel, stepWords } from "./words";

interface Props {
  decision: ExperienceDecision;
  /** Fetches the document that goes with it; left out for those who cannot have it. */
  download?: () => Promise<Download>;
}

/** What an organisation decided: its judgement of the proofs, its judgement of each skill, and what it says. */
export function DecisionView({ decision, download }: Props) {
  const { t } = useTranslation();
  const { proofs, proofs_reason: why, refusal, text, file, skills } = decision;
  return (
    <div>
      <p className={classes.said}>
        {t("experienceWord.decided", {
          name: decision.decided_by,
          date: formatMoment(decision.decided_at),
        })}
      </p>
      <p className={classes.facts}>
        <strong>{t(`experienceWord.authenticity.${proofs}`)}</strong>
      </p>
      {why ? <p className={classes.quote}>{why}</p> : null}
      {refusal ? (
        <p className={classes.facts}>
          {t("experienceWord.refusedFor", { reason: t(`experienceWord.refusal.${refusal}`) })}
        </p>
      ) : null}
      <ul className={classes.rows}>
        {skills.map((one) => (
          <li key={one.skill}>
            <p className={classes.name}>{one.label}</p>
            <p className={classes.facts}>
              <span>{t(`experienceWord.verdict.${one.verdict}`)}</span>
              {one.step_name ? <span>{stepWords(t, one.step_name, one.level)}</span> : null}
              {one.claimed_level ? (
                <span>
                  {t("experienceWord.claimed", { level: shortLevel(t, one.claimed_level) })}
                </span>
              ) : null}
              {one.ended ? <span>{t("experienceWord.ended")}</span> : null}
            </p>
            {one.reason ? <p className={classes.quote}>{one.reason}</p> : null}
          </li>
        ))}
      </ul>
      {text ? <p className={classes.quote}>{text}</p> : null}
      {file && download ? <FileButton file={file} download={download} /> : null}
      {file && !download ? (
        <p className={classes.said}>{t("experienceWord.attached", { name: file.name })}</p>
      ) : null}
    </div>
  );
}

interface FileProps {
  file: NonNullable<ExperienceDecision["file"]>;
  download: () => Promise<Download>;
}

function FileButton({ file, download }: FileProps) {
  const { t } = useTranslation();
  const run = useDownload(download);
  return (
    <div className={classes.below}>
      <Button
        size="sm"
        variant="default"
        loading={run.isPending}
        onClick={() => run.mutate(undefined)}
      >
        {t("experienceWord.document", { name: file.name, size: formatBytes(file.bytes) })}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </div>
  );
}
