import { Button, Group, Stack, VisuallyHidden } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/ownSkills";
import { Icon } from "@/ui/Icon";
import { SearchCombobox, type Suggestion } from "@/ui/SearchCombobox";
import classes from "./Lines.module.css";
import { Later, OwnSkillForm } from "./later";
import { matching } from "./model/matching";
import { addSkill } from "./model/skills";
import type { Edit } from "./useEditor";

interface Props {
  organisation: string;
  taken: ReadonlySet<string>;
  known: OwnSkill[];
  edit: Edit;
}

/** Adds a skill in the organisation's own words: one it has, or a new one written here. */
export function OwnSkillAdder({ organisation, taken, known, edit }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [writing, setWriting] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const suggestions = useMemo<Suggestion[]>(
    () =>
      matching(known, words, ({ label }) => label).map(({ id, label }) => ({
        code: id,
        label,
        disabled: taken.has(id),
        hint: taken.has(id) ? t("training.skills.taken") : null,
      })),
    [known, words, taken, t],
  );
  const add = (id: string, label: string) => {
    edit((draft) => addSkill(draft, { skill: id, label, kind: null }));
    setAdded(label);
  };
  const close = () => {
    setWriting(false);
    // The button is back once the form is gone.
    setTimeout(() => opener.current?.focus());
  };
  return (
    <Stack gap="xs">
      {known.length > 0 ? (
        <SearchCombobox
          label={t("ownSkill.picker")}
          placeholder={t("ownSkill.pickerPlaceholder")}
          words={words}
          onWords={setWords}
          suggestions={suggestions}
          loading={false}
          onPick={({ code, label }) => add(code, label)}
        />
      ) : null}
      {writing ? (
        <Later>
          <OwnSkillForm
            organisation={organisation}
            initialLabel={words}
            onDone={({ id, label }) => {
              add(id, label);
              setWords("");
              close();
            }}
            onCancel={close}
          />
        </Later>
      ) : (
        <Group>
          <Button
            ref={opener}
            variant="light"
            className={classes.wrapping ?? ""}
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setWriting(true)}
          >
            {t("ownSkill.create")}
          </Button>
        </Group>
      )}
      <VisuallyHidden role="status">
        {added === null ? "" : t("ownSkill.added", { label: added })}
      </VisuallyHidden>
    </Stack>
  );
}
