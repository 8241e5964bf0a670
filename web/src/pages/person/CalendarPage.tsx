import { Group, Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Calendar } from "@/features/sessions/Calendar";
import { Subscribe } from "@/features/sessions/Subscribe";
import { calendarSearchOf, placeOf } from "@/features/sessions/url";
import { useTranslation } from "@/i18n/calendar";
import { teaches } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";
import { PageTitle } from "@/ui/PageTitle";

const route = getRouteApi("/guarded/calendrier");

/** One's calendar, or that of an organisation; what is shown stands in the address. */
export function CalendarPage() {
  const { t } = useTranslation();
  const organisations = useStanding()?.organisations.filter(teaches) ?? [];
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <PageTitle title={t("agenda.title")} lead={t("agenda.lead")} />
        </div>
        <Subscribe />
      </Group>
      <Calendar
        place={placeOf(search)}
        organisations={organisations}
        onPlace={(place) =>
          navigate({ search: calendarSearchOf(place), replace: true, resetScroll: false })
        }
      />
    </Stack>
  );
}
