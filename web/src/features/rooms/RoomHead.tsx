import { Checkbox, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/rooms";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Room, useRoomActions } from "./queries";

const LEVELS = ["all", "mentions", "none"] as const;

interface Props {
  room: Room;
  /** What follows once the room is gone. */
  onErased: () => void;
}

/** What a room is: how long it is kept, who is waited for, what one is told of it, and how a private one ends. */
export function RoomHead({ room, onErased }: Props) {
  const { t } = useTranslation();
  const actions = useRoomActions(room.id);
  const prefer = useMutation({ mutationFn: actions.prefer });
  const erase = async () => {
    await actions.erase();
    onErased();
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{room.retention.told}</Text>
      {room.waiting ? <Text size="sm">{room.waiting.told}</Text> : null}
      {room.read_only ? <Notice>{room.read_only.told}</Notice> : null}
      <Group align="end">
        <NativeSelect
          label={t("room.preferences")}
          value={room.level}
          disabled={prefer.isPending}
          data={LEVELS.map((value) => ({ value, label: t(`room.levels.${value}`) }))}
          onChange={(event) =>
            prefer.mutate({
              level: event.currentTarget.value as Room["level"],
              is_muted: room.is_muted,
            })
          }
        />
        <Checkbox
          label={t("room.mute")}
          checked={room.is_muted}
          disabled={prefer.isPending}
          onChange={(event) =>
            prefer.mutate({ level: room.level, is_muted: event.currentTarget.checked })
          }
        />
      </Group>
      {prefer.error ? <ProblemNotice error={prefer.error} /> : null}
      {room.kind === "private" ? (
        <Group>
          {room.offer?.state === "open" ? (
            <ConfirmButton
              variant="default"
              label={t("room.close")}
              title={t("room.closeAsk")}
              confirm={t("room.close")}
              action={actions.close}
            >
              {t("room.closeHelp")}
            </ConfirmButton>
          ) : null}
          <ConfirmButton
            variant="default"
            danger
            label={t("room.erase")}
            title={t("room.eraseAsk")}
            confirm={t("room.erase")}
            action={erase}
          >
            {t("room.eraseHelp")}
          </ConfirmButton>
        </Group>
      ) : null}
    </Stack>
  );
}
