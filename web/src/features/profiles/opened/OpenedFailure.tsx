import type { ReactNode } from "react";
import type { ApiProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/openedProfile";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { DayQuota } from "./DayQuota";

const QUOTA = "profile_quota_reached";

interface Props {
  problem: ApiProblem;
  /** Whether the profile is not to be seen, for whatever reason. */
  gone: boolean;
  /** When the answer came. */
  since: number;
  searchLink: ReactNode;
  refused: (code: string) => ReactNode;
  onRetry: () => void;
}

/** Why a profile was not opened, and the way out of each case. */
export function OpenedFailure({ problem, gone, since, searchLink, refused, onRetry }: Props) {
  const { t } = useTranslation();
  if (problem.status === 403) return refused(problem.code);
  if (gone) {
    return (
      <Notice icon="eyeOff" announce actions={searchLink}>
        {t("openedProfile.goneHelp")}
      </Notice>
    );
  }
  if (problem.code === QUOTA && problem.retryAfter !== null) {
    const until = since + problem.retryAfter * 1000;
    return <DayQuota key={until} until={until} searchLink={searchLink} onRetry={onRetry} />;
  }
  return <ProblemNotice error={problem} title={t("openedProfile.failed")} onRetry={onRetry} />;
}
