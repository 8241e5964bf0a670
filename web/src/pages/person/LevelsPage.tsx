import { Stack } from "@mantine/core";
import { LevelsHelp } from "@/features/passport/own/LevelsHelp";
import { useTranslation } from "@/i18n/skillMap";
import { PageTitle } from "@/ui/PageTitle";
import { PassportNav } from "./PassportNav";

/** What levels and words of a passport mean. */
export function LevelsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("levelsHelp.title")} lead={t("levelsHelp.lead")} />
      </div>
      <PassportNav />
      <LevelsHelp />
    </Stack>
  );
}
