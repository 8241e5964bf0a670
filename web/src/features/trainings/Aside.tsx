import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/writing";
import { Notice } from "@/ui/Notice";
import type { Editor } from "./useEditor";

/** What was typed before the other version was taken can still come back. */
export function Aside({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  if (!editor.hasAside) return null;
  return (
    <Notice
      announce
      title={t("conflict.aside")}
      actions={
        <>
          <Button size="sm" variant="default" onClick={editor.bringBack}>
            {t("conflict.bringBack")}
          </Button>
          <Button size="sm" variant="subtle" onClick={editor.dropAside}>
            {t("conflict.dropAside")}
          </Button>
        </>
      }
    >
      {t("conflict.asideHelp")}
    </Notice>
  );
}
