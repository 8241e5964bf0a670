import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { SessionList } from "@/features/sessions/SessionList";
import { filterOf, searchOf } from "@/features/sessions/url";
import { useTranslation } from "@/i18n/sessions";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/organisations/$organisation/sessions");

/** The sessions of an organisation; what is looked for stands in the address. */
export function SessionsPage() {
  const { t } = useTranslation();
  const { id, organisations, writes } = useTeaching();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  return (
    <Stack gap="lg" maw={1040} mx="auto">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <PageTitle title={t("sessions.title")} lead={t("sessions.lead")} />
        </div>
        <Group gap="xs">
          {organisations.length > 1 ? (
            <NativeSelect
              aria-label={t("sessions.choose")}
              value={id}
              data={organisations.map((mine) => ({ value: mine.id, label: mine.name }))}
              onChange={(event) =>
                go({ to: paths.sessions, params: { organisation: event.currentTarget.value } })
              }
            />
          ) : null}
          {writes ? (
            <Button
              renderRoot={(props) => (
                <Link to={paths.sessionNew} params={{ organisation: id }} {...props} />
              )}
              leftSection={<Icon name="plus" size={16} />}
            >
              {t("sessions.create")}
            </Button>
          ) : null}
        </Group>
      </Group>
      <SessionList
        key={id}
        organisation={id}
        filter={filterOf(search)}
        writes={writes}
        onFilter={(filter) =>
          navigate({ search: searchOf(filter), replace: true, resetScroll: false })
        }
      />
    </Stack>
  );
}
