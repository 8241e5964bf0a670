import { Button, Stack, Text } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { TrainingChange } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { Changes } from "./Changes";
import { changesBetween } from "./model/compare";
import type { Editor } from "./useEditor";

/** What somebody else saved meanwhile, and the two ways on: theirs, or what was typed here put onto it. */
export function Conflict({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { conflict, base } = editor;
  const theirs = conflict?.theirs;
  const changes = useMemo(
    () => (theirs && base ? changesBetween(base.content, theirs.content) : []),
    [theirs, base],
  );
  useEffect(() => {
    if (theirs) box.current?.focus();
  }, [theirs]);

  if (!conflict) return null;
  const { updated_by: author, updated_at: at, status } = conflict.theirs;
  const clashes = new Set(conflict.merged.clashes);
  const mark = (change: TrainingChange) =>
    clashes.has(placeOf(change)) ? t("conflict.clash") : null;
  return (
    <section ref={box} tabIndex={-1} aria-label={t("conflict.title")}>
      <Notice
        tone="warning"
        icon="alert"
        title={t("conflict.title")}
        actions={
          <>
            <Button size="sm" onClick={editor.reapplyMine}>
              {t("conflict.reapply")}
            </Button>
            <Button size="sm" variant="default" onClick={editor.takeTheirs}>
              {t("conflict.takeTheirs")}
            </Button>
          </>
        }
      >
        <Stack gap="sm">
          <Text size="sm">
            {author
              ? t("conflict.by", { name: author, date: formatMoment(at) })
              : t("conflict.at", { date: formatMoment(at) })}
          </Text>
          {changes.length > 0 ? (
            <div>
              <Text size="sm" fw={650} mb={6}>
                {t("conflict.changes")}
              </Text>
              <Changes changes={changes} mark={mark} />
            </div>
          ) : status === "archived" ? null : (
            <Text size="sm">{t(`conflict.state.${status}`)}</Text>
          )}
          {status === "archived" ? (
            <Text size="sm" fw={650}>
              {t("conflict.archived")}
            </Text>
          ) : null}
          <Text size="sm">
            {t(status === "archived" ? "conflict.helpArchived" : "conflict.help")}
          </Text>
        </Stack>
      </Notice>
    </section>
  );
}

/** The place of the draft that a change is about. */
function placeOf({ subject, key }: TrainingChange): string {
  if (subject !== "field") return `${subject}s.${key}`;
  if (key === "title" || key === "nature") return key;
  if (key === "certification") return "references.code";
  const reference = key === "blocks" || key === "formacodes" || key === "specialities";
  return `${reference ? "references" : "texts"}.${key}`;
}
