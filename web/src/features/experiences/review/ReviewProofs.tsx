import { Button, Text, Title } from "@mantine/core";
import { useDownload } from "@/api/download";
import type { ReviewedExperience, ReviewedProof } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import { formatDay } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../Experiences.module.css";
import { ProofTag } from "../Tags";
import { submittedProof } from "./queries";

interface Props {
  organisation: string;
  review: ReviewedExperience;
}

/** What is shown of the proofs: masked copies where something is masked. Each opening is written down. */
export function ReviewProofs({ organisation, review }: Props) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="pieces">
      <Title order={2} id="pieces">
        {t("experienceReview.proofs")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(review.withdrawn ? "experienceReview.proofsGone" : "experienceReview.proofsHelp")}
      </Text>
      {review.proofs.length === 0 ? <Text mt="sm">{t("experienceReview.noProofs")}</Text> : null}
      <ul className={classes.rows}>
        {review.proofs.map((proof) => (
          <li key={proof.id}>
            <Proof
              organisation={organisation}
              submission={review.id}
              proof={proof}
              opens={!review.withdrawn}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface ProofProps {
  organisation: string;
  submission: string;
  proof: ReviewedProof;
  opens: boolean;
}

function Proof({ organisation, submission, proof, opens }: ProofProps) {
  const { t } = useTranslation();
  const { id, name, state, masked, removed_at: removed } = proof;
  const run = useDownload(() => submittedProof(organisation, submission, id));
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            <span>{t("experienceReview.addedOn", { date: formatDay(proof.added_at) })}</span>
            {removed ? (
              <span>{t("experienceReview.removedOn", { date: formatDay(removed) })}</span>
            ) : null}
            {masked ? <span>{t("experienceReview.masked")}</span> : null}
          </p>
        </div>
        <ProofTag state={state} />
      </div>
      {proof.same_file_of_another ? (
        <div className={classes.below}>
          <Notice tone="warning" icon="alert" title={t("experienceReview.sameFile")}>
            {t("experienceReview.sameFileHelp")}
          </Notice>
        </div>
      ) : null}
      {state === "infected" ? (
        <p className={classes.said}>{t("experienceReview.infected")}</p>
      ) : null}
      <Disclosure label={t("experienceReview.fingerprint", { name })}>
        <code className={classes.code}>{proof.sha256}</code>
      </Disclosure>
      {opens && state === "clean" ? (
        <div className={classes.below}>
          <Button
            size="sm"
            variant="default"
            loading={run.isPending}
            aria-label={t("experienceReview.openOf", { name })}
            onClick={() => run.mutate(undefined)}
          >
            {t("experienceReview.open")}
          </Button>
        </div>
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
