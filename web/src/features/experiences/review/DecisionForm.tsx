import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { organisationFiles } from "@/api/files";
import { type ApiProblem, asProblem, fieldOf, ILLEGAL, messagesOf } from "@/api/problem";
import type { FileCard, Grid, ReviewedExperience } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import { FileUpload, type Underway } from "@/ui/FileUpload";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import {
  choicesOf,
  type DecisionValues,
  decisionOf,
  faultsOf,
  matching,
  placeOf,
  startOf,
} from "../model/verdicts";
import { ProofsJudgement } from "./ProofsJudgement";
import { useReview } from "./queries";
import type { PickSkill } from "./ReviewDesk";
import { VerdictFields } from "./VerdictFields";

interface Props {
  organisation: string;
  review: ReviewedExperience;
  grids: Grid[];
  skillPicker: PickSkill;
  onDone: () => void;
}

/** Attests skills of an experience: the proofs are judged, and each skill apart from them. */
export function DecisionForm({ organisation, review, grids, skillPicker, onDone }: Props) {
  const { t } = useTranslation();
  const { decide, renew } = useReview(organisation, review.id);
  const [values, setValues] = useState<DecisionValues>(() => prefilled(review, grids));
  const [file, setFile] = useState<FileCard | null>(null);
  const [underway, setUnderway] = useState<Underway>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const set = (change: Partial<DecisionValues>) => setValues({ ...values, ...change });

  const show = (faults: Record<string, string>) => {
    setErrors(faults);
    if (Object.keys(faults).length === 0) return;
    // The first field that is wrong is where one goes on.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const send = async () => {
    const faults = Object.entries(faultsOf(values));
    const told = faults.map(([at, fault]) => [at, t(`experienceReview.fault.${fault}`)]);
    show(Object.fromEntries(told));
    if (faults.length > 0 || underway === "sending") return;
    setPending(true);
    setProblem(null);
    try {
      await decide(decisionOf(values, file?.id ?? null));
      onDone();
    } catch (refusal) {
      const found = asProblem(refusal);
      if (found.code === ILLEGAL) void renew();
      show(
        Object.fromEntries(
          found.errors.map(({ pointer, message }) => [placeOf(fieldOf(pointer)), message]),
        ),
      );
      setProblem(found);
    } finally {
      setPending(false);
    }
  };

  if (choicesOf(grids).length === 0) {
    return (
      <Notice tone="warning" icon="alert" title={t("experienceReview.noGrid")}>
        {t("experienceReview.noGridHelp")}
      </Notice>
    );
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack>
        {problem ? <ProblemNotice error={problem} messages={messagesOf(problem)} /> : null}
        <ProofsJudgement
          judgement={values.judgement}
          reason={values.judgementReason}
          onJudgement={(judgement) => set({ judgement })}
          onReason={(judgementReason) => set({ judgementReason })}
          judgementError={errors.judgement ?? null}
          reasonError={errors.judgementReason ?? null}
        />
        <VerdictFields
          value={values.skills}
          onChange={(skills) => set({ skills })}
          grids={grids}
          errors={errors}
          picker={skillPicker(new Set(values.skills.map(({ skill }) => skill)), (skill, label) => {
            const one = { skill, label, claimed: null, step: "", reason: "" };
            set({ skills: [...values.skills, one] });
          })}
        />
        <Textarea
          label={t("experienceReview.text")}
          autosize
          minRows={3}
          maxLength={2000}
          error={errors.text}
          value={values.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("experienceReview.expires")}
          description={t("experienceReview.expiresHelp")}
          maw={340}
          error={errors.expires_on}
          value={values.expires_on}
          onChange={(event) => set({ expires_on: event.currentTarget.value })}
        />
        <FileUpload
          label={t("experienceReview.file")}
          description={t("experienceReview.fileHelp")}
          path={organisationFiles(organisation)}
          purpose="passport_proof"
          value={file}
          onChange={setFile}
          onUnderway={setUnderway}
          {...(errors.file_id ? { error: errors.file_id } : {})}
        />
        <Group>
          <Button type="submit" loading={pending} disabled={underway === "sending"}>
            {t("experienceReview.attest")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Each claim at the step that says just that, where there is one: the reviewer only has to look. */
function prefilled(review: ReviewedExperience, grids: Grid[]): DecisionValues {
  const start = startOf(review);
  const skills = start.skills.map((one) => ({
    ...one,
    step: one.claimed === null ? "" : matching(grids, one.claimed),
  }));
  return { ...start, skills };
}
