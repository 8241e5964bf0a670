import { Stack, Text } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Reports } from "@/features/rooms/moderation/Reports";
import { ReportView } from "@/features/rooms/moderation/ReportView";
import { useTranslation } from "@/i18n/moderation";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { AdminLayout } from "./AdminLayout";

/** The reports of messages in private rooms: for the platform's staff. */
export function RoomReportsPage() {
  const { t } = useTranslation();
  const { etat, signalement } = useSearch({ strict: false });
  const navigate = useNavigate();
  const back = etat ? { etat } : {};
  return (
    <AdminLayout title={t("report.adminTitle")}>
      {signalement ? (
        <Stack>
          <BackLink to={paths.adminReports} search={back}>
            {t("report.back")}
          </BackLink>
          <ReportView id={signalement} />
        </Stack>
      ) : (
        <Stack>
          <Text size="sm" c="dimmed" maw="68ch">
            {t("report.adminLead")}
          </Text>
          <Reports
            isPrivate
            open={etat !== "decides"}
            onOpen={(open) =>
              void navigate({
                to: paths.adminReports,
                search: open ? {} : { etat: "decides" },
                resetScroll: false,
              })
            }
            link={(report, children) => (
              <Link to={paths.adminReports} search={{ ...back, signalement: report }}>
                {children}
              </Link>
            )}
          />
        </Stack>
      )}
    </AdminLayout>
  );
}
