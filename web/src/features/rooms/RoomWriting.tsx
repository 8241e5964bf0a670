import { Radio, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "@/i18n/roomSettings";
import { Panel } from "@/ui/Panel";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useRoomActions } from "./actions";
import type { Room } from "./types";

const WRITINGS = ["everybody", "approval", "staff"] as const;

const valuesOf = ({ writing }: Room) => ({ writing });

/** Who writes in a room of a session: a setting of those who train and run it. */
export function RoomWriting({ room }: { room: Room }) {
  const { t } = useTranslation();
  // What was read when the page was opened, then what was saved: others may change it meanwhile.
  const [base, setBase] = useState(room);
  const [saved, setSaved] = useState(false);
  return (
    <Panel labelledBy="ecriture">
      <Stack>
        <Title order={2} id="ecriture">
          {t("roomSettings.writing")}
        </Title>
        <WritingForm
          key={base.version}
          room={base}
          onChange={() => setSaved(false)}
          onSaved={(written) => {
            setBase(written);
            setSaved(true);
          }}
        />
        {saved ? <Text role="status">{t("roomSettings.saved")}</Text> : null}
      </Stack>
    </Panel>
  );
}

interface FormProps {
  room: Room;
  onChange: () => void;
  onSaved: (room: Room) => void;
}

function WritingForm({ room, onChange, onSaved }: FormProps) {
  const { t } = useTranslation();
  const { write } = useRoomActions(room.id);
  const form = useForm<{ writing: Room["writing"] }>({ initialValues: valuesOf(room) });
  const submission = useVersionedForm<Room, { writing: Room["writing"] }>({
    form,
    current: room,
    valuesOf,
    send: ({ writing }, version) => write(writing, version),
    onDone: onSaved,
  });
  return (
    <VersionedForm
      plain
      submission={submission}
      factsOf={(theirs) => [
        [t("roomSettings.writing"), t(`roomSettings.writings.${theirs.writing}`)],
      ]}
      submit={t("action.save")}
    >
      <Radio.Group
        label={t("roomSettings.whoWrites")}
        value={form.values.writing}
        onChange={(value) => {
          onChange();
          form.setFieldValue("writing", value as Room["writing"]);
        }}
      >
        <Stack gap="sm" mt="xs">
          {WRITINGS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`roomSettings.writings.${value}`)}
              description={t(`roomSettings.writingHelp.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </VersionedForm>
  );
}
