import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useAction, useSessionChanges } from "./queries";
import { faultsOf } from "./SlotDialogs";

interface Props {
  organisation: string;
  session: TrainingSession;
  onClose: () => void;
}

export function RectifySessionDialog({ organisation, session, onClose }: Props) {
  const { t } = useTranslation();
  const { rectify } = useSessionChanges(organisation);
  const [title, setTitle] = useState(session.title);
  const [place, setPlace] = useState(session.place);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const run = useAction(() =>
    rectify(session, { title: title.trim(), place: place.trim(), reason: reason.trim() }),
  );
  const { byField, rest } = faultsOf(run.error, ["title", "place", "reason"]);
  const submit = () => {
    setChecked(true);
    if (title.trim() === "" || reason.trim() === "") return;
    run.mutate(undefined, { onSuccess: onClose });
  };
  const missing = (text: string) => (checked && text.trim() === "" ? t("form.required") : null);
  return (
    <Dialog opened onClose={onClose} title={t("putRight.title")}>
      <Stack>
        <Text>{t("putRight.text")}</Text>
        {run.error && Object.keys(byField).length === 0 ? (
          <ProblemNotice error={run.error} messages={rest} />
        ) : null}
        <TextInput
          label={t("general.title")}
          maxLength={200}
          required
          error={missing(title) ?? byField.title ?? null}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t("general.place")}
          description={t("putRight.placeHelp")}
          maxLength={300}
          error={byField.place ?? null}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Textarea
          label={t("putRight.reason")}
          description={t("putRight.reasonHelp")}
          autosize
          minRows={2}
          maxLength={500}
          required
          error={missing(reason) ?? byField.reason ?? null}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={run.isPending} onClick={submit}>
            {t("putRight.submit")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
