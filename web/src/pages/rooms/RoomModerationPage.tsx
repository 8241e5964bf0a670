import { Stack, Text, Title } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Reports } from "@/features/rooms/moderation/Reports";
import { ReportView } from "@/features/rooms/moderation/ReportView";
import { WaitingMessages } from "@/features/rooms/moderation/WaitingMessages";
import { useTranslation } from "@/i18n/moderation";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { RoomFrame } from "./RoomFrame";

/** What waits to be let through in a room, the reports one decides on, and what was decided. */
export function RoomModerationPage() {
  const { t } = useTranslation();
  const { room: id = "" } = useParams({ strict: false });
  const { vue, etat, signalement } = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (search: { vue?: string; etat?: string }) =>
    void navigate({ to: paths.roomModeration, params: { room: id }, search, resetScroll: false });
  const reports = vue === "signalements";
  const back = { vue: "signalements", ...(etat ? { etat } : {}) };
  return (
    <RoomFrame part="moderation">
      {(room) =>
        !room.may_moderate ? (
          <Notice>{t("moderation.notYours")}</Notice>
        ) : signalement ? (
          <Stack>
            <BackLink to={paths.roomModeration} params={{ room: id }} search={back}>
              {t("report.back")}
            </BackLink>
            <ReportView id={signalement} />
          </Stack>
        ) : (
          <Stack>
            <Choices
              legend={t("moderation.what")}
              value={reports ? "reports" : "waiting"}
              choices={[
                { value: "waiting", label: t("moderation.waiting") },
                { value: "reports", label: t("report.list") },
              ]}
              onChange={(value) => go(value === "reports" ? { vue: "signalements" } : {})}
            />
            {reports ? (
              <>
                <Title order={2}>{t("report.list")}</Title>
                <Text size="sm" c="dimmed">
                  {t("report.lead")}
                </Text>
                <Reports
                  open={etat !== "decides"}
                  isPrivate={false}
                  onOpen={(open) =>
                    go({ vue: "signalements", ...(open ? {} : { etat: "decides" }) })
                  }
                  link={(report, children) => (
                    <Link
                      to={paths.roomModeration}
                      params={{ room: id }}
                      search={{ ...back, signalement: report }}
                    >
                      {children}
                    </Link>
                  )}
                />
              </>
            ) : (
              <>
                <Title order={2}>{t("moderation.waiting")}</Title>
                <Text size="sm" c="dimmed">
                  {t(
                    room.writing === "approval"
                      ? "moderation.waitingHelp"
                      : "moderation.noApproval",
                  )}
                </Text>
                <WaitingMessages room={room.id} />
              </>
            )}
          </Stack>
        )
      }
    </RoomFrame>
  );
}
