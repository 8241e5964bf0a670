import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Job, JobSkill } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { Choices } from "@/ui/Choices";
import { Disclosure } from "@/ui/Disclosure";
import classes from "./JobSkillsChoice.module.css";

interface Props {
  job: Job;
  taken: ReadonlySet<string>;
  room: number;
  onAdd: (codes: string[], required: boolean) => void;
  cancel: ReactNode;
}

type Demand = "optional" | "required";

export function JobSkillsChoice({ job, taken, room, onAdd, cancel }: Props) {
  const { t } = useTranslation();
  const core = job.skills.filter((skill) => skill.core);
  const others = job.skills.filter((skill) => !skill.core);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(core.filter((skill) => !taken.has(skill.code)).map((skill) => skill.code)),
  );
  const [demand, setDemand] = useState<Demand>("optional");

  const toggle = (code: string) => {
    const next = new Set(ticked);
    if (!next.delete(code)) next.add(code);
    setTicked(next);
  };
  const chosen = job.skills.map((skill) => skill.code).filter((code) => ticked.has(code));
  const tooMany = chosen.length > room;

  return (
    <Stack>
      <div className={classes.list}>
        <SkillChecks
          legend={t("jobSkills.core", { count: core.length })}
          {...{ taken, ticked, toggle }}
          skills={core}
        />
        {others.length > 0 ? (
          <Disclosure label={t("jobSkills.others", { count: others.length })}>
            <SkillChecks
              legend={t("jobSkills.othersLegend")}
              {...{ taken, ticked, toggle }}
              skills={others}
            />
          </Disclosure>
        ) : null}
      </div>
      <Choices<Demand>
        legend={t("jobSkills.demand")}
        value={demand}
        onChange={setDemand}
        choices={[
          { value: "optional", label: t("jobSkills.optional") },
          { value: "required", label: t("jobSkills.required") },
        ]}
      />
      <Text size="sm" c="dimmed">
        {demand === "optional" ? t("jobSkills.optionalHelp") : t("jobSkills.requiredHelp")}
      </Text>
      {tooMany ? (
        <Text size="sm" c="brick.8" role="alert">
          {t("jobSkills.tooMany", { count: room })}
        </Text>
      ) : null}
      <Group justify="flex-end">
        {cancel}
        <Button
          disabled={chosen.length === 0 || tooMany}
          onClick={() => onAdd(chosen, demand === "required")}
        >
          {t("jobSkills.add", { count: chosen.length })}
        </Button>
      </Group>
    </Stack>
  );
}

interface ChecksProps {
  legend: string;
  skills: JobSkill[];
  taken: ReadonlySet<string>;
  ticked: ReadonlySet<string>;
  toggle: (code: string) => void;
}

function SkillChecks({ legend, skills, taken, ticked, toggle }: ChecksProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.checks}>
      <legend>{legend}</legend>
      {skills.map(({ code, label }) => (
        <Checkbox
          key={code}
          label={label}
          description={taken.has(code) ? t("jobSkills.taken") : undefined}
          disabled={taken.has(code)}
          checked={taken.has(code) || ticked.has(code)}
          onChange={() => toggle(code)}
        />
      ))}
    </fieldset>
  );
}
