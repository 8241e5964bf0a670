import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/writing";
import { Later } from "@/ui/Later";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Aside } from "./Aside";
import { Conflict } from "./later";
import type { Editor } from "./useEditor";

/** What those who write a training must know first: what somebody else did, what was put aside, what failed. */
export function EditorNotices({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const { conflict, archived, dirty, problem } = editor;
  return (
    <>
      {conflict ? (
        <Later>
          <Conflict editor={editor} />
        </Later>
      ) : null}
      <Aside editor={editor} />
      {archived && dirty ? (
        <Notice
          tone="warning"
          icon="alert"
          announce
          title={t("writing.archived")}
          actions={
            <Button size="sm" variant="default" onClick={editor.drop}>
              {t("writing.dropTyped")}
            </Button>
          }
        >
          {t("writing.archivedTyped")}
        </Notice>
      ) : null}
      {problem ? <ProblemNotice error={problem} title={t("save.failed")} /> : null}
    </>
  );
}
