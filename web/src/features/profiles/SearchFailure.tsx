import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/search";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { NotAllowed } from "./NotAllowed";
import { QUOTAS, QuotaNotice } from "./QuotaNotice";
import { refusedCodes, withoutRefused } from "./refused";
import { EMPTY_SEARCH, type SearchState, setCursor } from "./state";

interface Props {
  error: unknown;
  state: SearchState;
  labelOf: (code: string) => string;
  /** Where an account that may not search yet goes next. */
  companyLink: ReactNode;
  onChange: (next: SearchState) => void;
  onRetry: () => void;
}

/** Why there are no results, and the way out of each case. */
export function SearchFailure(props: Props) {
  const { error, state, labelOf, companyLink, onChange, onRetry } = props;
  const { t } = useTranslation();
  const problem = asProblem(error);
  if (problem.status === 403) {
    return <NotAllowed code={problem.code} companyLink={companyLink} />;
  }
  if (QUOTAS.includes(problem.code)) return <QuotaNotice problem={problem} onRetry={onRetry} />;
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
    const refused = refusedCodes(state, problem.errors);
    const messages = refused.map(({ code, message }) =>
      code === null ? message : t("search.refusedCode", { code: labelOf(code), message }),
    );
    const left = withoutRefused(state, problem.errors);
    return (
      <div>
        <ProblemNotice error={problem} title={t("search.refused")} messages={messages} />
        <Group mt="md">
          {left ? (
            <Button onClick={() => onChange(left)}>{t("search.withoutRefused")}</Button>
          ) : null}
          <Button variant="default" onClick={() => onChange(EMPTY_SEARCH)}>
            {t("search.startAgain")}
          </Button>
        </Group>
      </div>
    );
  }
  return <ProblemNotice error={problem} title={t("search.failed")} onRetry={onRetry} />;
}
