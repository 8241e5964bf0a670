import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useDownload } from "@/api/download";
import { discardFile, MY_FILES } from "@/api/files";
import { asProblem, messagesOf } from "@/api/problem";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/contact";
import { formatBytes, formatDay } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { FileUpload } from "@/ui/FileUpload";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Contact, cvFile, useContactChanges } from "./queries";

/** One's CV: sent, replaced, had again, removed. */
export function CvPanel({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { keepCv, removeCv } = useContactChanges();
  const [sent, setSent] = useState<FileCard | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState("");
  const { cv } = contact;

  const keep = async (card: FileCard) => {
    setError(null);
    setSaid("");
    setSent(card);
    try {
      await keepCv(contact, card.id);
      setSaid(t("contactDetails.kept"));
      setSent(null);
    } catch (refusal) {
      setError(refusal);
      // What is refused for good is not kept: it would count among one's files for a day.
      if (!asProblem(refusal).temporary) {
        setSent(null);
        discardFile(card.id).catch(() => undefined);
      }
    }
  };

  const remove = async () => {
    await removeCv(contact);
    setSaid(t("contactDetails.cvRemoved"));
  };

  return (
    <Panel labelledBy="cv">
      <Stack gap="sm">
        <div>
          <Title order={2} id="cv">
            {t("contactDetails.cvTitle")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("contactDetails.cvLead")}
          </Text>
        </div>
        {cv ? (
          <Kept cv={cv} addedAt={contact.cv_added_at ?? cv.created_at} remove={remove} />
        ) : (
          <Text>{t("contactDetails.cvNone")}</Text>
        )}
        <Text role="status" size="sm">
          {said}
        </Text>
        <FileUpload
          label={t(cv ? "contactDetails.replace" : "contactDetails.choose")}
          path={MY_FILES}
          purpose="cv"
          value={null}
          onChange={(card) => {
            if (card) void keep(card);
          }}
          disabled={sent !== null}
        />
        {error ? (
          <ProblemNotice
            error={error}
            messages={messagesOf(error)}
            {...(sent ? { onRetry: () => void keep(sent) } : {})}
          />
        ) : null}
      </Stack>
    </Panel>
  );
}

interface KeptProps {
  cv: FileCard;
  addedAt: string;
  remove: () => Promise<unknown>;
}

function Kept({ cv, addedAt, remove }: KeptProps) {
  const { t } = useTranslation();
  const run = useDownload(() => cvFile(cv.name));
  const isReadable = cv.scan === "clean" || cv.scan === "unchecked";
  return (
    <div>
      <Text fw={600}>{cv.name}</Text>
      <Text size="sm" c="dimmed">
        {t("contactDetails.cvFacts", { size: formatBytes(cv.bytes), date: formatDay(addedAt) })}
      </Text>
      <Text size="sm" {...(cv.scan === "infected" ? { c: "brick.8" } : {})}>
        {t(`contactDetails.cvScan.${cv.scan}`)}
      </Text>
      <Group gap="sm" mt="xs">
        {isReadable ? (
          <Button
            variant="light"
            size="sm"
            loading={run.isPending}
            aria-label={t("contactDetails.downloadOf", { name: cv.name })}
            onClick={() => run.mutate(undefined)}
          >
            {t("contactDetails.download")}
          </Button>
        ) : null}
        <ConfirmButton
          variant="default"
          size="sm"
          danger
          label={t("contactDetails.remove")}
          title={t("contactDetails.removeAsk")}
          confirm={t("contactDetails.remove")}
          action={remove}
        >
          {t("contactDetails.removeHelp")}
        </ConfirmButton>
      </Group>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </div>
  );
}
