import { Stack } from "@mantine/core";
import { MyPreview } from "@/features/profiles";
import { BlockedCompanies, ConsentHistory, VisibilitySwitch } from "@/features/sharing";
import { useTranslation } from "@/i18n/visibility";
import { PageTitle } from "@/ui/PageTitle";

/** Who may see one's profile, and exactly what they see. */
export function VisibilityPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="xl" maw={820} mx="auto">
      <div>
        <PageTitle title={t("visibility.title")} lead={t("visibility.lead")} />
      </div>
      <VisibilitySwitch />
      <MyPreview />
      <BlockedCompanies />
      <ConsentHistory />
    </Stack>
  );
}
