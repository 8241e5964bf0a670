import { Group, Stack } from "@mantine/core";
import { ExperienceList } from "@/features/experiences/own/ExperienceList";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { PageTitle } from "@/ui/PageTitle";
import { PassportNav } from "./PassportNav";

/** What one learnt elsewhere, each experience with how far it is. */
export function ExperiencesPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("experienceList.title")} lead={t("experienceList.lead")} />
      </div>
      <PassportNav />
      <Group>
        <ButtonLink to={paths.experienceNew}>{t("experienceList.create")}</ButtonLink>
      </Group>
      <ExperienceList />
    </Stack>
  );
}
