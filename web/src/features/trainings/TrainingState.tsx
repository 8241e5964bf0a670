import type { TrainingStatus } from "@/api/types";
import { useTranslation } from "@/i18n/trainings";
import { StateTag } from "@/ui/StateTag";
import classes from "./Lines.module.css";
import { statusName } from "./words";

const TONES = { draft: "neutral", published: "success", archived: "warning" } as const;

interface Props {
  status: TrainingStatus;
  hasDraft: boolean;
}

/** How far a training is, and whether something was written since it was last published. */
export function TrainingState({ status, hasDraft }: Props) {
  const { t } = useTranslation();
  return (
    <span className={classes.actions}>
      <StateTag tone={TONES[status]}>{statusName(t, status)}</StateTag>
      {hasDraft && status !== "draft" ? (
        <StateTag tone="warning">{t("training.unpublished")}</StateTag>
      ) : null}
    </span>
  );
}
