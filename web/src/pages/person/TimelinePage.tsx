import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Timeline } from "@/features/passport/own/Timeline";
import { useTranslation } from "@/i18n/timeline";
import { PageTitle } from "@/ui/PageTitle";
import { PassportNav } from "./PassportNav";

const route = getRouteApi("/guarded/mes-competences/historique");

/** What happened in one's passport; what is looked for stands in the address. */
export function TimelinePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("timeline.title")} lead={t("timeline.lead")} />
      </div>
      <PassportNav />
      <Timeline
        search={search}
        onSearch={(chosen) => navigate({ search: chosen, replace: true, resetScroll: false })}
      />
    </Stack>
  );
}
