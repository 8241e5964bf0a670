import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { discardFile, MY_FILES } from "@/api/files";
import { asProblem, messagesOf } from "@/api/problem";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { FileUpload } from "@/ui/FileUpload";
import { Sending } from "@/ui/FileUploadStages";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useUpload } from "@/ui/useUpload";
import classes from "../Experiences.module.css";
import { useExperiences } from "../queries";

/** Adds a proof: a file that is chosen or dropped, or a photograph taken at once. */
export function AddProof({ experience }: { experience: string }) {
  const { t } = useTranslation();
  const { addProof } = useExperiences();
  const [sent, setSent] = useState<FileCard | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState("");

  const add = async (card: FileCard) => {
    setError(null);
    setSent(card);
    try {
      await addProof(experience, card.id);
      setSaid(t("experienceProof.added", { name: card.name }));
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

  return (
    <div>
      <FileUpload
        label={t("experienceProof.add")}
        description={t("experienceProof.addHelp")}
        path={MY_FILES}
        purpose="passport_proof"
        value={null}
        onChange={(card) => {
          if (card) void add(card);
        }}
        disabled={sent !== null}
      />
      <Camera onSent={(card) => void add(card)} disabled={sent !== null} />
      <Text role="status" size="sm" c="dimmed" mt={4}>
        {said}
      </Text>
      {error ? (
        <ProblemNotice
          error={error}
          messages={messagesOf(error)}
          {...(sent ? { onRetry: () => void add(sent) } : {})}
        />
      ) : null}
    </div>
  );
}

interface CameraProps {
  onSent: (card: FileCard) => void;
  disabled: boolean;
}

/** Where there is a camera at hand: what it sees is sent like any other file. */
function Camera({ onSent, disabled }: CameraProps) {
  const { t } = useTranslation();
  const upload = useUpload(MY_FILES, onSent);
  if (upload.sending) return <Sending sending={upload.sending} onCancel={upload.cancel} />;
  return (
    <>
      <span className={`${classes.camera} ${classes.below}`}>
        <Button component="span" variant="default" disabled={disabled} aria-hidden="true">
          {t("experienceProof.photo")}
        </Button>
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          aria-label={t("experienceProof.photo")}
          disabled={disabled}
          onChange={(event) => {
            const [file] = [...(event.currentTarget.files ?? [])];
            if (file) void upload.start(file);
            // The same picture may be taken again.
            event.currentTarget.value = "";
          }}
        />
      </span>
      {upload.error ? (
        <ProblemNotice
          error={upload.error}
          {...(upload.retry ? { onRetry: () => void upload.retry?.() } : {})}
        />
      ) : null}
    </>
  );
}
