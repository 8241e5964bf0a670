import { Button, Checkbox, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/myOffers";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { RefusalBody, RefusalReason } from "./types";

const REASONS: readonly RefusalReason[] = [
  "not_interested",
  "job",
  "place",
  "hours",
  "pay",
  "contract",
  "start_date",
  "no_longer_looking",
  "other",
];

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Whether an invitation to a quiz ends with the offer. */
  hasQuiz: boolean;
  /** Sends the no; refused, it throws. */
  refuse: (body: Omit<RefusalBody, "confirmed">) => Promise<unknown>;
}

/** A no, with a reason for those who want to give one, and the way never to hear of this company again. */
export function RefuseDialog({ opened, onClose, hasQuiz, refuse }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<RefusalReason | "">("");
  const [hides, setHides] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async () => {
    setPending(true);
    setError(null);
    try {
      await refuse({ do_not_contact: hides, ...(reason === "" ? {} : { reason }) });
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog opened={opened} onClose={onClose} title={t("myOffer.answering.refuseTitle")}>
      <Stack>
        <Text>{t("myOffer.answering.refuseLead")}</Text>
        {hasQuiz ? <Text size="sm">{t("myOffer.answering.refuseQuiz")}</Text> : null}
        {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
        <NativeSelect
          label={t("myOffer.answering.reason")}
          description={t("myOffer.answering.reasonHelp")}
          value={reason}
          data={[
            { value: "", label: t("myOffer.answering.noReason") },
            ...REASONS.map((value) => ({
              value,
              label: t(`myOffer.answering.reasons.${value}`),
            })),
          ]}
          onChange={(event) => setReason(event.currentTarget.value as RefusalReason | "")}
        />
        <Checkbox
          label={t("myOffer.answering.block")}
          description={t("myOffer.answering.blockHelp")}
          checked={hides}
          onChange={(event) => setHides(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button color="brick" loading={pending} onClick={() => void run()}>
            {t("myOffer.answering.refuseConfirm")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
