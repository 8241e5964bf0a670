import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { MY_FILES } from "@/api/files";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatBytes, formatList } from "@/lib/format";
import { FileUpload } from "@/ui/FileUpload";
import type { AnswerFieldProps } from "./AnswerField";
import { acceptedOf } from "./model/fileKinds";
import classes from "./Quizzes.module.css";

/** Files as an answer: each is sent at once, then named in the answer. */
export function FileAnswer({ question, answer, fault, onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  const ids = answer?.kind === "file" ? answer.file_ids : [];
  // The cards of what was sent on this page, besides those the server told of.
  const [sent, setSent] = useState<FileCard[]>([]);
  const cards = [...question.answer_files, ...sent];
  const { files } = question;
  const most = files?.max_files ?? 1;
  const set = (next: string[]) =>
    onChange(next.length > 0 ? { kind: "file", file_ids: next } : null);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {files
          ? t("attempt.files", {
              count: files.max_files,
              size: formatBytes(files.max_bytes),
              kinds: formatList(files.kinds.map((kind) => t(`quizWord.fileKind.${kind}`))),
            })
          : ""}
      </Text>
      {ids.length > 0 ? (
        <ul className={classes.rows}>
          {ids.map((id) => {
            const card = cards.find((one) => one.id === id);
            const name = card?.name ?? t("attempt.fileElsewhere");
            return (
              <li key={id}>
                <div className={classes.head}>
                  <span className={classes.main}>
                    {card ? `${name} (${formatBytes(card.bytes)})` : name}
                  </span>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t("attempt.removeFile", { name })}
                    onClick={() => set(ids.filter((one) => one !== id))}
                  >
                    {t("attempt.remove")}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      ) : null}
      {ids.length < most ? (
        <FileUpload
          // A new field for each file: the one before is in the list by then.
          key={ids.length}
          label={t("attempt.addFile")}
          path={MY_FILES}
          purpose="quiz_answer"
          narrow={(kinds) => (files ? acceptedOf(kinds, files) : [...kinds])}
          value={null}
          error={fault ?? undefined}
          onChange={(card) => {
            if (!card) return;
            setSent([...sent, card]);
            set([...ids, card.id]);
          }}
        />
      ) : fault ? (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      ) : null}
    </Stack>
  );
}
