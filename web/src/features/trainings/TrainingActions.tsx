import { Group } from "@mantine/core";
import { useTranslation } from "@/i18n/writing";
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
          label={t("writing.discard.open")}
          title={t("writing.discard.title")}
          confirm={t("writing.discard.confirm")}
          variant="default"
          size="compact-md"
          danger
          action={() => editor.perform("discard")}
        >
          {t("writing.discard.text", { number: revision })}
        </ConfirmButton>
      ) : null}
      {status === "published" ? (
        <ConfirmButton
          label={t("writing.archive.open")}
          title={t("writing.archive.title")}
          confirm={t("writing.archive.open")}
          variant="default"
          size="compact-md"
          action={() => editor.perform("archive")}
        >
          {t("writing.archive.text")}
        </ConfirmButton>
      ) : null}
      {status === "archived" ? (
        <ConfirmButton
          label={t("writing.restore.open")}
          title={t("writing.restore.title")}
          confirm={t("writing.restore.open")}
          variant="default"
          size="compact-md"
          action={() => editor.perform("restore")}
        >
          {t("writing.restore.text")}
        </ConfirmButton>
      ) : null}
      {status === "draft" ? (
        <ConfirmButton
          label={t("writing.delete.open")}
          title={t("writing.delete.title")}
          confirm={t("writing.delete.confirm")}
          variant="default"
          size="compact-md"
          danger
          action={async () => {
            await editor.remove();
            onDeleted();
          }}
        >
          {t("writing.delete.text")}
        </ConfirmButton>
      ) : null}
    </Group>
  );
}
