import { useCallback } from "react";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/ownSkills";
import { Adder } from "./Adder";
import { OwnSkillForm } from "./later";
import { addSkill } from "./model/skills";
import type { Edit } from "./useEditor";

interface Props {
  organisation: string;
  taken: ReadonlySet<string>;
  known: OwnSkill[];
  edit: Edit;
}

const labelOf = ({ label }: OwnSkill): string => label;

/** Adds to a training a skill in the organisation's own words. */
export function OwnSkillAdder({ organisation, taken, known, edit }: Props) {
  const { t } = useTranslation();
  const suggest = useCallback(
    ({ id, label }: OwnSkill) => ({
      code: id,
      label,
      disabled: taken.has(id),
      hint: taken.has(id) ? t("training.skills.taken") : null,
    }),
    [taken, t],
  );
  return (
    <Adder
      known={known}
      nameOf={labelOf}
      suggest={suggest}
      onAdd={({ id, label }) => edit((draft) => addSkill(draft, { skill: id, label, kind: null }))}
      label={t("ownSkill.picker")}
      placeholder={t("ownSkill.pickerPlaceholder")}
      create={t("ownSkill.create")}
      added={(label) => t("ownSkill.added", { label })}
      form={({ name, ...done }) => (
        <OwnSkillForm organisation={organisation} initialLabel={name} {...done} />
      )}
    />
  );
}
