import { Stack } from "@mantine/core";
import { Appearances } from "@/features/privacy/Appearances";
import { Readings } from "@/features/privacy/Readings";
import { StaffAccesses } from "@/features/privacy/StaffAccesses";
import { useTranslation } from "@/i18n/readings";
import { PageTitle } from "@/ui/PageTitle";
import { DataNav } from "./DataNav";

/** Who saw one's profile, how often one was in results, and what the platform's own people looked at. */
export function MyDataReadingsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("readings.title")} lead={t("readings.lead")} />
      </div>
      <DataNav />
      <Readings />
      <Appearances />
      <StaffAccesses />
    </Stack>
  );
}
