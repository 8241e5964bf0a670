import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { STALE } from "@/api/problem";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/lib/i18n";
import { useSubmission } from "@/ui/form";
import { Overtaken } from "@/ui/Overtaken";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useOwnSkillChanges } from "./library";
import classes from "./Writing.module.css";

interface Props {
  organisation: string;
  /** The one that is written anew; a new one otherwise. */
  skill?: OwnSkill;
  initialLabel?: string;
  onDone: (skill: OwnSkill) => void;
  onCancel: () => void;
}

/** The name of an own skill and what is meant by it. */
export function OwnSkillForm({ organisation, skill, initialLabel = "", onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const changes = useOwnSkillChanges(organisation);
  const first = useFirstFocus<HTMLInputElement>();
  const [version, setVersion] = useState(skill?.version ?? 0);
  const [theirs, setTheirs] = useState<OwnSkill | null>(null);
  const form = useForm({
    initialValues: {
      label: skill?.label ?? initialLabel.trim(),
      description: skill?.description ?? "",
    },
    validate: { label: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const submission = useSubmission(
    form,
    async (values) => {
      const body = { label: values.label.trim(), description: values.description.trim() };
      onDone(skill ? await changes.write(skill.id, version, body) : await changes.create(body));
    },
    {
      fieldOfCode: { own_skill_taken: "label" },
      onProblem: ({ code, current }) => {
        if (code !== STALE || !current) return false;
        setTheirs(current as OwnSkill);
        return true;
      },
    },
  );
  return (
    <form onSubmit={submission.onSubmit} noValidate className={classes.form}>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        {theirs ? (
          <Overtaken
            facts={[
              [t("ownSkill.label"), theirs.label],
              [t("ownSkill.description"), theirs.description],
            ]}
            onTheirs={() => {
              form.setValues({ label: theirs.label, description: theirs.description });
              setVersion(theirs.version);
              setTheirs(null);
            }}
            onMine={() => {
              setVersion(theirs.version);
              setTheirs(null);
            }}
          />
        ) : null}
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
        <Group>
          <Button type="submit" loading={submission.pending} disabled={theirs !== null}>
            {t(skill ? "action.save" : "ownSkill.createSubmit")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
