import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { SlotDetails, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useAction } from "./queries";
import { faultsOf } from "./SlotDialogs";
import { useSlotChanges } from "./slotQueries";

interface Props {
  organisation: string;
  session: TrainingSession;
  slot: SlotDetails;
  onClose: () => void;
}

/** Puts right what a sealed sheet says of its slot: what it was about, and where. The reason is sealed with it. */
export function SubjectDialog({ organisation, session, slot, onClose }: Props) {
  const { t } = useTranslation();
  const { say } = useSlotChanges(organisation, session.id);
  const [course, setCourse] = useState(slot.session_course_id ?? "");
  const [title, setTitle] = useState(slot.title);
  const [place, setPlace] = useState(slot.place);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const run = useAction(() => {
    const subject = {
      session_course_id: course === "" ? null : course,
      title: title.trim(),
      place: place.trim(),
    };
    return say(slot, subject, reason.trim());
  });
  const { byField, rest } = faultsOf(run.error, ["session_course_id", "title", "place", "reason"]);
  const submit = () => {
    setChecked(true);
    if (reason.trim() === "") return;
    run.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog opened onClose={onClose} title={t("subject.title")}>
      <Stack>
        <Text>{t("subject.text")}</Text>
        {run.error && Object.keys(byField).length === 0 ? (
          <ProblemNotice error={run.error} messages={rest} />
        ) : null}
        <NativeSelect
          size="md"
          label={t("slot.course")}
          data={[
            { value: "", label: t("slot.noCourse") },
            ...session.courses.map((one) => ({ value: one.id, label: one.title })),
          ]}
          error={byField.session_course_id ?? null}
          value={course}
          onChange={(event) => setCourse(event.currentTarget.value)}
        />
        <TextInput
          label={t("slot.title")}
          description={t("subject.titleHelp")}
          maxLength={200}
          error={byField.title ?? null}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t("slot.place")}
          placeholder={session.place || undefined}
          maxLength={300}
          error={byField.place ?? null}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Textarea
          label={t("reason.label")}
          description={t("rectify.reasonHelp")}
          autosize
          minRows={2}
          maxLength={500}
          required
          error={checked && reason.trim() === "" ? t("form.required") : (byField.reason ?? null)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={run.isPending} onClick={submit}>
            {t("rectify.submit")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
