import { Stack } from "@mantine/core";
import { Invitations } from "@/features/sessions/Invitations";
import { MySessions } from "@/features/sessions/MySessions";
import { useTranslation } from "@/i18n/mySessions";
import { PageTitle } from "@/ui/PageTitle";

/** The sessions in which one takes part, and those one is invited to. */
export function MySessionsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("mine.title")} lead={t("mine.lead")} />
      </div>
      <Invitations />
      <MySessions />
    </Stack>
  );
}
