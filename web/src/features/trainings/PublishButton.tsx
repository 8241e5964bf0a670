import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Training, TrainingWarning } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { Dialog } from "@/ui/Dialog";
import { focusFirstFault } from "./Fault";
import classes from "./Lines.module.css";
import type { Editor } from "./useEditor";
import { quoted } from "./words";

const KINDS: TrainingWarning["kind"][] = [
  "skill_without_course",
  "course_without_skill",
  "archived_course",
  "retired_job",
  "retired_skill",
  "certification_unknown",
  "certification_inactive",
  "certification_over",
  "certification_of_other_jobs",
];

/** Publishes what is written: saved first, then its warnings shown, then confirmed. */
export function PublishButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Training | null>(null);
  const { base, dirty, pending, conflict } = editor;
  if (!base || editor.archived || (!base.has_draft && !dirty)) return null;

  const ask = async () => {
    const view = dirty ? await editor.save() : base;
    if (!view) focusFirstFault();
    // What was written may say again what is published: then there is nothing to ask.
    else if (view.has_draft) setAsked(view);
  };
  const publish = async () => {
    if (!asked) return;
    const view = await editor.perform("publish", asked);
    setAsked(null);
    if (!view) focusFirstFault();
  };
  const kinds = KINDS.map((kind) => ({
    kind,
    labels: asked?.warnings.filter((one) => one.kind === kind).map(({ label }) => label) ?? [],
  })).filter(({ labels }) => labels.length > 0);

  return (
    <>
      <Button
        variant={dirty ? "default" : "filled"}
        disabled={pending || conflict !== null}
        onClick={ask}
      >
        {t(dirty ? "publish.saveAndOpen" : "publish.open")}
      </Button>
      <Dialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t("publish.title", { number: (asked?.revision ?? 0) + 1 })}
      >
        <Stack>
          <Text>{t("publish.text")}</Text>
          {kinds.length > 0 ? (
            <div>
              <Text fw={650}>{t("publish.warnings")}</Text>
              {kinds.map(({ kind, labels }) => (
                <div key={kind}>
                  <Text size="sm" mt={6}>
                    {t(`publish.warning.${kind}`, { count: labels.length })}
                  </Text>
                  <ul className={classes.plain}>
                    {labels.map((label) => (
                      <li key={label}>{quoted(label)}</li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(null)}>
              {t("action.cancel")}
            </Button>
            <Button loading={pending} onClick={publish} data-autofocus>
              {t("publish.confirm")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
