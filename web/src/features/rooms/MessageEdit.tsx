import { Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/rooms";
import { formatNumber } from "@/lib/format";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useRoomActions } from "./actions";
import classes from "./Message.module.css";
import { LONGEST, lengthOf } from "./model/text";
import type { Message } from "./types";
import { useLeft } from "./useLeft";

const SECOND = 1_000;

interface Props {
  room: string;
  message: Message;
  onDone: () => void;
}

const valuesOf = ({ text }: Message) => ({ text: text ?? "" });

/** Says a message otherwise, while the ten minutes last. */
export function MessageEdit({ room, message, onDone }: Props) {
  const { t } = useTranslation();
  const { edit } = useRoomActions(room);
  const left = useLeft(message.editable_until, SECOND);
  const form = useForm({
    initialValues: valuesOf(message),
    validate: {
      text: (value) => {
        if (lengthOf(value) > LONGEST) return t("compose.tooLong", { max: formatNumber(LONGEST) });
        return value.trim() === "" && message.files.length === 0 ? t("compose.nothing") : null;
      },
    },
  });
  const submission = useVersionedForm<Message, { text: string }>({
    form,
    current: message,
    valuesOf,
    send: ({ text }, version) => edit(message, text.trim(), version),
    onDone,
  });
  const place = useRef<HTMLDivElement>(null);
  // Its buttons are seen as well, above what sticks to the foot of the screen.
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const seconds = Math.ceil((left ?? 0) / SECOND);
  return (
    <div ref={place} className={classes.editing}>
      <VersionedForm
        plain
        submission={submission}
        factsOf={(theirs) => [[t("chat.edit"), theirs.text ?? ""]]}
        submit={t("action.save")}
        onCancel={onDone}
      >
        <Textarea
          label={t("chat.editLabel")}
          autosize
          minRows={2}
          maxRows={12}
          data-autofocus
          autoFocus
          {...form.getInputProps("text")}
        />
        <Text size="sm" c="dimmed" role="timer">
          {left === 0
            ? t("chat.editOver")
            : t("chat.editLeft", {
                time: `${Math.floor(seconds / 60)}\u00a0min ${String(seconds % 60).padStart(2, "0")}\u00a0s`,
              })}
        </Text>
      </VersionedForm>
    </div>
  );
}
