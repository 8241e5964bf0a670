import { Radio, Stack, Textarea } from "@mantine/core";
import type { Authenticity } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";

const JUDGEMENTS: Authenticity[] = ["authentic", "undetermined", "not_authentic"];

interface Props {
  judgement: Authenticity | "";
  reason: string;
  onJudgement: (judgement: Authenticity) => void;
  onReason: (reason: string) => void;
  judgementError?: string | null;
  reasonError?: string | null;
}

/** The first judgement: whether the proofs are authentic. It says nothing of the skills. */
export function ProofsJudgement(props: Props) {
  const { judgement, reason, onJudgement, onReason, judgementError, reasonError } = props;
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t("experienceReview.authenticity")}
        description={t("experienceReview.authenticityHelp")}
        required
        withAsterisk={false}
        value={judgement}
        error={judgementError}
        onChange={(value) => onJudgement(value as Authenticity)}
      >
        <Stack gap={6} mt={6}>
          {JUDGEMENTS.map((value) => (
            <Radio key={value} value={value} label={t(`experienceWord.authenticity.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {judgement !== "" ? (
        <Textarea
          label={t(judgement === "authentic" ? "experienceReview.remark" : "experienceReview.why")}
          required={judgement !== "authentic"}
          autosize
          minRows={2}
          maxLength={1000}
          error={reasonError}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      ) : null}
    </Stack>
  );
}
