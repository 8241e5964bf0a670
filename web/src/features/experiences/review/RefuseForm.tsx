import { Button, Group, NativeSelect, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { organisationFiles } from "@/api/files";
import { ILLEGAL } from "@/api/problem";
import type { Authenticity, FileCard, RefusalKind } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import { FileUpload, type Underway } from "@/ui/FileUpload";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ProofsJudgement } from "./ProofsJudgement";
import { useReview } from "./queries";

const REFUSALS: RefusalKind[] = [
  "other_holder",
  "unreadable",
  "not_authentic",
  "unrelated",
  "insufficient",
  "outside_scope",
  "other",
];
const SHORTEST = 3;

interface Values extends Record<string, unknown> {
  "proofs.judgement": Authenticity | "";
  "proofs.reason": string;
  refusal: RefusalKind | "";
  text: string;
  file_id: string;
}

interface Props {
  organisation: string;
  submission: string;
  onDone: () => void;
}

/** Refuses an experience, with a reason and in words: nothing of it is attested. */
export function RefuseForm({ organisation, submission, onDone }: Props) {
  const { t } = useTranslation();
  const { refuse, renew } = useReview(organisation, submission);
  const [judgement, setJudgement] = useState<Authenticity | "">("");
  const [reason, setReason] = useState("");
  const [file, setFile] = useState<FileCard | null>(null);
  const [underway, setUnderway] = useState<Underway>(null);
  const form = useForm<Values>({
    initialValues: {
      "proofs.judgement": "",
      "proofs.reason": "",
      refusal: "",
      text: "",
      file_id: "",
    },
    validate: {
      refusal: (value) => (value === "" ? t("form.required") : null),
      text: (value) => (value.trim().length < SHORTEST ? t("experienceReview.fault.text") : null),
    },
  });
  const sending = useSubmission(
    form,
    async ({ refusal, text }) => {
      if (judgement === "" || refusal === "" || underway === "sending") return;
      await refuse({
        proofs: { judgement, ...(reason.trim() ? { reason: reason.trim() } : {}) },
        refusal,
        text: text.trim(),
        file_id: file?.id ?? null,
      });
      onDone();
    },
    {
      onProblem: ({ code }) => {
        if (code === ILLEGAL) void renew();
        return false;
      },
    },
  );
  const [asked, setAsked] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        setAsked(true);
        sending.onSubmit(event);
      }}
    >
      <Stack>
        {sending.problem ? (
          <ProblemNotice error={sending.problem} messages={sending.messages} />
        ) : null}
        <ProofsJudgement
          judgement={judgement}
          reason={reason}
          onJudgement={setJudgement}
          onReason={setReason}
          judgementError={
            asText(form.errors["proofs.judgement"]) ??
            (asked && judgement === "" ? t("experienceReview.fault.judgement") : null)
          }
          reasonError={asText(form.errors["proofs.reason"])}
        />
        <NativeSelect
          label={t("experienceReview.refusal")}
          required
          data={[
            { value: "", label: t("experienceReview.choose") },
            ...REFUSALS.map((value) => ({ value, label: t(`experienceWord.refusal.${value}`) })),
          ]}
          {...form.getInputProps("refusal")}
        />
        <Textarea
          label={t("experienceReview.refusalText")}
          description={t("experienceReview.refusalHelp")}
          required
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps("text")}
        />
        <FileUpload
          label={t("experienceReview.file")}
          description={t("experienceReview.fileHelp")}
          path={organisationFiles(organisation)}
          purpose="passport_proof"
          value={file}
          onChange={setFile}
          onUnderway={setUnderway}
          {...(form.errors.file_id ? { error: String(form.errors.file_id) } : {})}
        />
        <Group>
          <Button
            type="submit"
            color="brick"
            loading={sending.pending}
            disabled={underway === "sending"}
          >
            {t("experienceReview.refuse")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const asText = (error: unknown): string | null => (typeof error === "string" ? error : null);
