import { Stack } from "@mantine/core";
import { useMemo } from "react";
import type { SearchCriteria } from "@/api/types";
import { useRomeLabels, useSkillLabels } from "@/features/catalog";
import { paramsFromState } from "@/features/profiles";
import { codesOf, type Names, SearchHistory } from "@/features/profiles/history";
import { stateFromBody } from "@/features/profiles/request";
import { useTranslation } from "@/i18n/saved";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { PageTitle } from "@/ui/PageTitle";
import { AccessRefused } from "./AccessRefused";
import { SearchNav } from "./SearchNav";

/** The searches a recruiter made lately. */
export function SearchHistoryPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("searchHistory.title")} lead={t("searchHistory.lead")} />
      </div>
      <SearchNav />
      <SearchHistory
        useNames={useNames}
        openLink={(search, label, spoken) => (
          <ButtonLink
            to={paths.search}
            search={paramsFromState(stateFromBody(search, null))}
            size="compact-md"
            aria-label={spoken}
          >
            {label}
          </ButtonLink>
        )}
        searchLink={
          <ButtonLink to={paths.search} size="sm">
            {t("saved.toSearch")}
          </ButtonLink>
        }
        refused={(code) => <AccessRefused code={code} />}
      />
    </Stack>
  );
}

function useNames(searches: SearchCriteria[]): Names {
  const text = JSON.stringify(codesOf(searches));
  // The codes by their content: the labels are gathered anew only when they change.
  const codes = useMemo<ReturnType<typeof codesOf>>(() => JSON.parse(text), [text]);
  const { labelOf } = useSkillLabels(codes.skills);
  return { skillOf: labelOf, romeOf: useRomeLabels(codes.rome) };
}
