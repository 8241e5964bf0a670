import { Button, Title } from "@mantine/core";
import { useDownload } from "@/api/download";
import type { SharedExperience } from "@/api/types";
import { useTranslation } from "@/i18n/sharedPassport";
import { formatBytes } from "@/lib/format";
import { levelName } from "@/record/levels";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Key, sharedProof } from "../check/queries";
import classes from "../Exports.module.css";
import { periodOf } from "../words";

interface Props {
  experiences: SharedExperience[];
  link?: Key;
}

/** Experiences in their person's words, the proofs they chose to show, and what organisations made of them. */
export function SharedExperiences({ experiences, link }: Props) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="experiences">
      <Title order={2} id="experiences" mb="sm">
        {t("shared.experiences")}
      </Title>
      <ul className={classes.rows}>
        {experiences.map((experience) => (
          <li key={experience.id}>
            <One experience={experience} {...(link ? { link } : {})} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function One({ experience, link }: { experience: SharedExperience; link?: Key }) {
  const { t } = useTranslation();
  const { started_on: start, ended_on: end, claims, proofs, submissions } = experience;
  const where = [experience.organisation, experience.place].filter(Boolean).join(", ");
  const when = start ? periodOf(t, start, end ?? null) : "";
  return (
    <>
      <h3 className={classes.name}>{experience.title}</h3>
      <p className={classes.facts}>
        {where ? <span>{where}</span> : null}
        {when ? <span>{when}</span> : null}
      </p>
      {experience.description ? <p className={classes.quote}>{experience.description}</p> : null}
      {claims.length > 0 ? (
        <ul>
          {claims.map(({ skill, level }) => (
            <li key={skill.code}>
              {t("shared.claim", {
                label: skill.label,
                level: `${level}\u00a0${levelName(t, level)}`,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {submissions.map((submission) =>
        submission.judgements.length > 0 ? (
          <div key={`${submission.organisation} ${submission.status}`}>
            <p className={classes.said}>{t("shared.judged", { name: submission.organisation })}</p>
            <ul>
              {submission.judgements.map((one) => (
                <li key={one.skill}>
                  {one.step_name
                    ? t("shared.attested", { label: one.label, step: one.step_name })
                    : t("shared.notAttested", { label: one.label })}
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      {proofs.length > 0 ? (
        <div className={`${classes.actions} ${classes.below}`}>
          {proofs.map((proof) => (
            <Proof key={proof.id} proof={proof} {...(link ? { link } : {})} />
          ))}
        </div>
      ) : null}
    </>
  );
}

interface ProofProps {
  proof: SharedExperience["proofs"][number];
  link?: Key;
}

function Proof({ proof, link }: ProofProps) {
  const { t } = useTranslation();
  const run = useDownload((key: Key) => sharedProof(key, proof.id));
  // Without a path it was removed, or does not go along.
  if (!proof.path || !link) {
    return (
      <span className={classes.said}>
        {t(proof.removed_at ? "shared.removed" : "shared.notShown", { name: proof.name })}
      </span>
    );
  }
  return (
    <>
      <Button size="sm" variant="default" loading={run.isPending} onClick={() => run.mutate(link)}>
        {t("shared.openProof", { name: proof.name, size: formatBytes(proof.bytes) })}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
