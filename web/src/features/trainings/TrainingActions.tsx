import { Group } from "@mantine/core";
import { useTranslation } from "@/lib/i18n";
import { ConfirmButton } from "@/ui/ConfirmButton";
import type { Editor } from "./useEditor";

interface Props {
  editor: Editor;
  onDeleted: () => void;
}

/** What may be done to a training as a whole, other than writing and publishing it. */
export function TrainingActions({ editor, onDeleted }: Props) {
  const { t } = useTranslation();
  const { base } = editor;
  if (!base) return null;
  const { status, revision, has_draft: hasDraft } = base;
  return (
    <Group gap="xs">
      {status === "published" && hasDraft ? (
        <ConfirmButton
          label={t("training.discard.open")}
          title={t("training.discard.title")}
          confirm={t("training.discard.confirm")}
          variant="default"
          size="compact-md"
          danger
          action={() => editor.perform("discard")}
        >
          {t("training.discard.text", { number: revision })}
        </ConfirmButton>
      ) : null}
      {status === "published" ? (
        <ConfirmButton
          label={t("training.archive.open")}
          title={t("training.archive.title")}
          confirm={t("training.archive.open")}
          variant="default"
          size="compact-md"
          action={() => editor.perform("archive")}
        >
          {t("training.archive.text")}
        </ConfirmButton>
      ) : null}
      {status === "archived" ? (
        <ConfirmButton
          label={t("training.restore.open")}
          title={t("training.restore.title")}
          confirm={t("training.restore.open")}
          variant="default"
          size="compact-md"
          action={() => editor.perform("restore")}
        >
          {t("training.restore.text")}
        </ConfirmButton>
      ) : null}
      {status === "draft" ? (
        <ConfirmButton
          label={t("training.delete.open")}
          title={t("training.delete.title")}
          confirm={t("training.delete.confirm")}
          variant="default"
          size="compact-md"
          danger
          action={async () => {
            await editor.remove();
            onDeleted();
          }}
        >
          {t("training.delete.text")}
        </ConfirmButton>
      ) : null}
    </Group>
  );
}
