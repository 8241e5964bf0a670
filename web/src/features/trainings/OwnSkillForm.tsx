import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { OwnSkill, OwnSkillBody } from "@/api/types";
import { useTranslation } from "@/i18n/ownSkills";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useOwnSkillChanges } from "./library";

interface Props {
  organisation: string;
  /** The one that is written anew; a new one otherwise. */
  skill?: OwnSkill;
  initialLabel?: string;
  onDone: (skill: OwnSkill) => void;
  onCancel: () => void;
}

interface Values extends Record<string, unknown> {
  label: string;
  description: string;
}

const valuesOf = ({ label, description }: OwnSkill): Values => ({ label, description });

const bodyOf = ({ label, description }: Values): OwnSkillBody => ({
  label: label.trim(),
  description: description.trim(),
});

const FIELDS = { own_skill_taken: "label" };

/** The name of an own skill and what is meant by it. */
export function OwnSkillForm({ organisation, skill, initialLabel = "", onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const changes = useOwnSkillChanges(organisation);
  const first = useFirstFocus<HTMLInputElement>();
  const form = useForm<Values>({
    initialValues: skill ? valuesOf(skill) : { label: initialLabel.trim(), description: "" },
    validate: { label: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const submission = useVersionedForm({
    form,
    current: skill,
    valuesOf,
    send: (values, version) =>
      skill ? changes.write(skill.id, version, bodyOf(values)) : changes.create(bodyOf(values)),
    onDone,
    fieldOfCode: FIELDS,
  });
  return (
    <VersionedForm
      submission={submission}
      factsOf={({ label, description }) => [
        [t("ownSkill.label"), label],
        [t("ownSkill.description"), description],
      ]}
      submit={t(skill ? "action.save" : "ownSkill.createSubmit")}
      onCancel={onCancel}
    >
      <TextInput
        label={t("ownSkill.label")}
        description={t("ownSkill.labelHelp")}
        required
        maxLength={250}
        ref={first}
        {...form.getInputProps("label")}
      />
      <Textarea
        label={t("ownSkill.description")}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps("description")}
      />
    </VersionedForm>
  );
}
