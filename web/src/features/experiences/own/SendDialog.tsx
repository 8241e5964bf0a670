import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import type { Experience, ExperienceReviewer } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { formatSiret } from "@/lib/siret";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { SearchCombobox } from "@/ui/SearchCombobox";
import { isOpen } from "../model/states";
import { reviewersQuery, useExperiences } from "../queries";

/** Fewer letters find too much. */
const SHORTEST = 2;
const TYPING_PAUSE_MS = 250;

/** Puts an experience before an organisation that its person chooses. */
export function SendDialog({ experience }: { experience: Experience }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button onClick={dialog.open}>{t("experienceSend.open")}</Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("experienceSend.dialog")}>
        <SendForm experience={experience} onDone={dialog.close} />
      </Dialog>
    </>
  );
}

interface FormProps {
  experience: Experience;
  onDone: () => void;
}

function SendForm({ experience, onDone }: FormProps) {
  const { t } = useTranslation();
  const { submit } = useExperiences();
  const [chosen, setChosen] = useState<ExperienceReviewer | null>(null);
  const [missing, setMissing] = useState(false);
  const [message, setMessage] = useState("");
  const send = useMutation({
    mutationFn: (organisation: string) => submit(experience.id, organisation, message),
    onSuccess: onDone,
  });
  const masked = experience.proofs.filter(({ mask }) => mask !== "none").length;
  const unready = experience.proofs.filter(({ shown }) => shown === "waiting").length;
  return (
    <Stack>
      {send.error ? <ProblemNotice error={send.error} messages={messagesOf(send.error)} /> : null}
      {chosen ? (
        <Notice
          icon="building"
          title={chosen.name}
          actions={
            <Button size="sm" variant="default" onClick={() => setChosen(null)}>
              {t("experienceSend.other")}
            </Button>
          }
        >
          {chosen.siret ? t("experienceSend.siret", { siret: formatSiret(chosen.siret) }) : null}
        </Notice>
      ) : (
        <ReviewerPicker
          taken={experience.submissions.filter(isOpen).map((one) => one.organisation_id)}
          error={missing ? t("experienceSend.missing") : null}
          onPick={(reviewer) => {
            setChosen(reviewer);
            setMissing(false);
          }}
        />
      )}
      <Text size="sm">{t("experienceSend.sees")}</Text>
      {masked > 0 ? (
        <Text size="sm">{t("experienceSend.seesMasked", { count: masked })}</Text>
      ) : null}
      {unready > 0 ? (
        <Text size="sm" c="dimmed">
          {t("experienceSend.unready", { count: unready })}
        </Text>
      ) : null}
      <Textarea
        label={t("experienceSend.message")}
        autosize
        minRows={3}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t("action.cancel")}
        </Button>
        <Button
          loading={send.isPending}
          onClick={() => (chosen ? send.mutate(chosen.id) : setMissing(true))}
        >
          {t("experienceSend.send")}
        </Button>
      </Group>
    </Stack>
  );
}

interface PickerProps {
  /** Those that look at it already. */
  taken: string[];
  error: string | null;
  onPick: (reviewer: ExperienceReviewer) => void;
}

function ReviewerPicker({ taken, error, onPick }: PickerProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [name] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS);
  const asked = name.length >= SHORTEST;
  const found = useQuery({
    ...reviewersQuery(name),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const reviewers = asked ? (found.data ?? []) : [];
  return (
    <div>
      <SearchCombobox
        label={t("experienceSend.picker")}
        description={t("experienceSend.pickerHelp")}
        placeholder={t("experienceSend.pickerPlaceholder")}
        words={words}
        onWords={setWords}
        suggestions={reviewers.map(({ id, name: label, siret }) => ({
          code: id,
          label,
          hint: taken.includes(id) ? t("experienceSend.taken") : siret ? formatSiret(siret) : null,
          disabled: taken.includes(id),
        }))}
        loading={words.trim().length >= SHORTEST && (found.isFetching || words.trim() !== name)}
        failure={found.isError ? t("experienceSend.failed") : null}
        onPick={({ code }) => {
          const picked = reviewers.find(({ id }) => id === code);
          if (picked) onPick(picked);
        }}
        inDialog
      />
      <Text role="alert" size="sm" c="brick.8">
        {error ?? ""}
      </Text>
    </div>
  );
}
