import { Checkbox, NativeSelect, Stack, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/roomSettings";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useRoomActions } from "./actions";
import type { Room } from "./types";

const LEVELS = ["all", "mentions", "none"] as const;

/** What one wants to be told of a room. */
export function RoomNotifications({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { prefer } = useRoomActions(room.id);
  const run = useMutation({ mutationFn: prefer });
  // What was chosen is shown while it is on its way.
  const { level, is_muted: muted } = run.isPending ? run.variables : room;
  return (
    <Panel labelledBy="notifications">
      <Stack>
        <Title order={2} id="notifications">
          {t("roomSettings.notifications")}
        </Title>
        <NativeSelect
          label={t("roomSettings.level")}
          value={level ?? room.level}
          data={LEVELS.map((value) => ({ value, label: t(`roomSettings.levels.${value}`) }))}
          onChange={(event) =>
            run.mutate({
              level: event.currentTarget.value as Room["level"],
              is_muted: room.is_muted,
            })
          }
        />
        <Checkbox
          label={t("roomSettings.mute")}
          description={t("roomSettings.muteHelp")}
          checked={muted}
          onChange={(event) =>
            run.mutate({ level: room.level, is_muted: event.currentTarget.checked })
          }
        />
        {run.error ? <ProblemNotice error={run.error} /> : null}
        {run.isSuccess ? <p role="status">{t("roomSettings.saved")}</p> : null}
      </Stack>
    </Panel>
  );
}
