import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/writing";
import { PublishButton } from "./PublishButton";
import classes from "./SaveBar.module.css";
import type { Editor } from "./useEditor";

interface Props {
  editor: Editor;
  onSave: () => void;
}

/** Always in sight while a training is written: whether it is saved, and the ways to save and publish. */
export function SaveBar({ editor, onSave }: Props) {
  const { t } = useTranslation();
  const { base, dirty, pending, conflict, archived, faults, savedAt } = editor;
  const count = Object.keys(faults).length;
  const blocked = conflict !== null || archived;
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  const state = conflict
    ? t("save.conflict")
    : archived
      ? t("save.archived")
      : count > 0
        ? t("save.faults", { count })
        : dirty
          ? t("save.dirty")
          : savedAt > 0
            ? t("save.saved")
            : base
              ? t("save.clean")
              : t("save.new");
  return (
    <div className={classes.bar}>
      <div className={classes.inner}>
        <p className={classes.state} role="status" data-fault-count={count || undefined}>
          {state}
        </p>
        <div className={classes.buttons}>
          <Button
            variant={dirty || !base ? "filled" : "default"}
            loading={pending}
            disabled={blocked || (!dirty && base !== null)}
            onClick={onSave}
          >
            {t(base ? "action.save" : "writing.createSubmit")}
          </Button>
          {base ? <PublishButton editor={editor} /> : null}
        </div>
      </div>
    </div>
  );
}
