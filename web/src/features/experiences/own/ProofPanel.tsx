import { Button, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDownload } from "@/api/download";
import type { Experience, ExperienceProof } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/experiences";
import { formatBytes, formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../Experiences.module.css";
import { countOf, isHeld, mayMask, mayWrite } from "../model/states";
import { proofFile, useExperiences } from "../queries";
import { ProofTag } from "../Tags";
import { AddProof } from "./AddProof";
import { Readings } from "./Readings";

/** Most proofs of one experience. */
const MOST_PROOFS = 10;

/** The proofs of an experience: where each is, what others see of it, who opened it. */
export function ProofPanel({ experience }: { experience: Experience }) {
  const { t } = useTranslation();
  const { proofs, submissions } = experience;
  const full = countOf(experience) >= MOST_PROOFS;
  return (
    <Panel labelledBy="pieces">
      <Title order={2} id="pieces">
        {t("experienceProof.title")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm" maw="68ch">
        {t("experienceProof.lead")}
      </Text>
      {proofs.length > 0 ? (
        <ul className={classes.rows}>
          {proofs.map((proof) => (
            <li key={proof.id}>
              <Proof experience={experience} proof={proof} />
            </li>
          ))}
        </ul>
      ) : (
        <Text mt="sm">{t("experienceProof.none")}</Text>
      )}
      <div className={classes.below}>
        {mayWrite(experience) && !full ? <AddProof experience={experience.id} /> : null}
        {mayWrite(experience) && full ? (
          <Text c="dimmed">{t("experienceProof.full", { count: MOST_PROOFS })}</Text>
        ) : null}
        {isHeld(experience) ? <Text c="dimmed">{t("experienceProof.held")}</Text> : null}
      </div>
      {submissions.length > 0 ? (
        <Disclosure label={t("experienceProof.readings")}>
          <Readings experience={experience.id} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

interface ProofProps {
  experience: Experience;
  proof: ExperienceProof;
}

function Proof({ experience, proof }: ProofProps) {
  const { t } = useTranslation();
  const { name, state, shown, mask, mask_fault: fault, removed_at: removed } = proof;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            <span>{formatBytes(proof.bytes)}</span>
            <span>
              {removed
                ? t("experienceProof.removedOn", { date: formatDay(removed) })
                : t("experienceProof.addedOn", { date: formatDay(proof.added_at) })}
            </span>
          </p>
        </div>
        <ProofTag state={state} />
      </div>
      {state === "removed" ? null : (
        <p className={classes.said}>
          {mask === "ready" && shown !== "clean"
            ? t("experienceProof.mask.making")
            : t(`experienceProof.mask.${mask}`, { count: proof.zones.length })}
        </p>
      )}
      {state === "waiting" ? <p className={classes.said}>{t("experienceProof.waiting")}</p> : null}
      {state === "error" ? <p className={classes.said}>{t("experienceProof.error")}</p> : null}
      {fault ? (
        <Notice tone="error" title={t("experienceProof.maskFailed")}>
          {maskFault(t, fault)}
        </Notice>
      ) : null}
      <Disclosure label={t("experienceProof.fingerprint", { name })}>
        <p className={classes.said}>{t("experienceProof.fingerprintHelp")}</p>
        <code className={classes.code}>{proof.sha256}</code>
        {proof.copy_sha256 ? (
          <>
            <p className={classes.said}>{t("experienceProof.copyFingerprint")}</p>
            <code className={classes.code}>{proof.copy_sha256}</code>
          </>
        ) : null}
      </Disclosure>
      {state === "removed" ? null : <ProofActions experience={experience} proof={proof} />}
    </>
  );
}

function maskFault(t: Translate, fault: string): string {
  switch (fault) {
    case "too_large":
      return t("experienceProof.maskFault.tooLarge");
    case "unknown_page":
      return t("experienceProof.maskFault.unknownPage");
    default:
      return t("experienceProof.maskFault.unreadable");
  }
}

function ProofActions({ experience, proof }: ProofProps) {
  const { t } = useTranslation();
  const { removeProof } = useExperiences();
  const run = useDownload((shown: boolean) => proofFile(experience.id, proof.id, shown));
  const { id, name, state, shown, mask } = proof;
  const seen = experience.submissions.length > 0;
  return (
    <>
      <div className={`${classes.actions} ${classes.below}`}>
        {state === "clean" ? (
          <Button
            size="sm"
            variant="default"
            loading={run.isPending && run.variables === false}
            aria-label={t("experienceProof.openOf", { name })}
            onClick={() => run.mutate(false)}
          >
            {t("experienceProof.open")}
          </Button>
        ) : null}
        {mask !== "none" && shown === "clean" ? (
          <Button
            size="sm"
            variant="default"
            loading={run.isPending && run.variables === true}
            aria-label={t("experienceProof.openShownOf", { name })}
            onClick={() => run.mutate(true)}
          >
            {t("experienceProof.openShown")}
          </Button>
        ) : null}
        {mayMask(experience, proof) ? (
          <Button
            size="sm"
            variant="default"
            renderRoot={(button) => (
              <Link
                {...button}
                to={paths.proofMask}
                params={{ experience: experience.id, proof: id }}
                aria-label={t("experienceProof.maskOf", { name })}
              />
            )}
          >
            {t("experienceProof.toMask")}
          </Button>
        ) : null}
        <ConfirmButton
          label={t("experienceProof.remove")}
          aria-label={t("experienceProof.removeOf", { name })}
          title={t("experienceProof.removeTitle", { name })}
          confirm={t("experienceProof.remove")}
          size="sm"
          variant="default"
          danger
          action={() => removeProof(experience.id, id)}
        >
          {t(seen ? "experienceProof.removeSeen" : "experienceProof.removeText")}
        </ConfirmButton>
      </div>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
