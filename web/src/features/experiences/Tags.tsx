import type { ExperienceStatus, ProofState, SubmissionStatus } from "@/api/types";
import { useTranslation } from "@/i18n/experienceWords";
import { Icon, type IconName } from "@/ui/Icon";
import { StateTag } from "@/ui/StateTag";
import classes from "./Experiences.module.css";

type Tone = "neutral" | "success" | "warning" | "error";

const STATUS: Record<ExperienceStatus, [Tone, IconName]> = {
  draft: ["neutral", "pencil"],
  proposed: ["warning", "mail"],
  declared: ["neutral", "user"],
  submitted: ["warning", "clock"],
  to_complete: ["warning", "alert"],
  validated: ["success", "shield"],
  completed: ["success", "shield"],
  refused: ["error", "close"],
  withdrawn: ["neutral", "ban"],
};

const PROOF: Record<ProofState, [Tone, IconName]> = {
  waiting: ["warning", "clock"],
  clean: ["success", "check"],
  infected: ["error", "alert"],
  error: ["error", "alert"],
  removed: ["neutral", "ban"],
};

/** How far an experience is, in a word, a shape and a colour. */
export function ExperienceTag({ status }: { status: ExperienceStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = STATUS[status];
  return (
    <StateTag tone={tone}>
      <span className={classes.state}>
        <Icon name={icon} size={15} />
        {t(`experienceWord.status.${status}`)}
      </span>
    </StateTag>
  );
}

/** How far one organisation is with it. */
export function SubmissionTag({ status }: { status: SubmissionStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = STATUS[status];
  return (
    <StateTag tone={tone}>
      <span className={classes.state}>
        <Icon name={icon} size={15} />
        {t(`experienceWord.submission.${status}`)}
      </span>
    </StateTag>
  );
}

/** Where a proof is with the antivirus. */
export function ProofTag({ state }: { state: ProofState }) {
  const { t } = useTranslation();
  const [tone, icon] = PROOF[state];
  return (
    <StateTag tone={tone}>
      <span className={classes.state}>
        <Icon name={icon} size={15} />
        {t(`experienceWord.proof.${state}`)}
      </span>
    </StateTag>
  );
}
