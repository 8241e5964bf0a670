import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/search";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { EMPTY_SEARCH, type SearchState, setCursor } from "./state";

interface Props {
  error: unknown;
  state: SearchState;
  /** Where an account that may not search yet goes next. */
  companyLink: ReactNode;
  onChange: (next: SearchState) => void;
  onRetry: () => void;
}

/** Why there are no results, and the way out of each case. */
export function SearchFailure({ error, state, companyLink, onChange, onRetry }: Props) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  if (problem.status === 403) {
    const known = problem.code === "recruiter_not_verified";
    return (
      <Notice
        tone="warning"
        icon="shield"
        announce
        title={t(known ? "access.notVerified" : "access.recruiterRequired")}
        actions={companyLink}
      >
        {t(known ? "access.notVerifiedHelp" : "access.recruiterRequiredHelp")}
      </Notice>
    );
  }
  if (problem.errors.some(({ code }) => code === "invalid_cursor" || code === "too_deep")) {
    return (
      <Notice
        tone="warning"
        announce
        title={t("search.pageGone")}
        actions={
          <Button size="sm" onClick={() => onChange(setCursor(state, null))}>
            {t("search.firstPage")}
          </Button>
        }
      >
        {t("search.pageGoneHelp")}
      </Notice>
    );
  }
  if (problem.status === 422 || problem.status === 400) {
    const messages = problem.errors.map((fault) => fault.message);
    return (
      <div>
        <ProblemNotice error={problem} title={t("search.refused")} messages={messages} />
        <Button mt="md" variant="default" onClick={() => onChange(EMPTY_SEARCH)}>
          {t("search.startAgain")}
        </Button>
      </div>
    );
  }
  return <ProblemNotice error={problem} title={t("search.failed")} onRetry={onRetry} />;
}
