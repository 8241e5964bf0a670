import { Stack } from "@mantine/core";
import { ExcludedList } from "@/features/lists";
import { SkillList } from "@/features/profiles";
import { useTranslation } from "@/i18n/lists";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { PageTitle } from "@/ui/PageTitle";
import { AccessRefused } from "./AccessRefused";
import { SearchNav } from "./SearchNav";

/** Those the company leaves out of its searches. */
export function ExcludedPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("excludedPeople.title")} lead={t("excludedPeople.lead")} />
      </div>
      <SearchNav />
      <ExcludedList
        skillsOf={({ skills }) => (
          <SkillList skills={skills} title={t("hit.allSkills")} belowMatch />
        )}
        searchLink={
          <ButtonLink to={paths.search} size="sm">
            {t("candidateLists.toSearch")}
          </ButtonLink>
        }
        refused={(code) => <AccessRefused code={code} />}
      />
    </Stack>
  );
}
