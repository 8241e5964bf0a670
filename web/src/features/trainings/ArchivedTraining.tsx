import { Stack } from "@mantine/core";
import { useTranslation } from "@/i18n/writing";
import { Notice } from "@/ui/Notice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { EditorNotices } from "./EditorNotices";
import { TrainingReading } from "./TrainingReading";
import type { Editor } from "./useEditor";

/** What an archived training says to those who could write it: only read, and restored. */
export function ArchivedTraining({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  if (!editor.base) return null;
  return (
    <Stack gap="lg">
      <EditorNotices editor={editor} />
      <Notice title={t("writing.archived")}>{t("writing.archivedHelp")}</Notice>
      <TrainingReading content={editor.base.content} issuer={editor.base.organisation} />
      <UnsavedGuard unsaved={editor.unsaved} />
    </Stack>
  );
}
