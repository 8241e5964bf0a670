import { Button, Group, Text } from "@mantine/core";
import { memo, type ReactNode, useMemo, useState } from "react";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { BulkLevels } from "./BulkLevels";
import classes from "./Lines.module.css";
import type { Draft } from "./model/draft";
import type { Faults } from "./model/faults";
import { toggled } from "./model/lines";
import type { Scale } from "./model/scales";
import { byKind, removeSkills } from "./model/skills";
import { OwnSkillAdder } from "./OwnSkillAdder";
import { Section } from "./Section";
import { SkillRow } from "./SkillRow";
import type { Edit } from "./useEditor";
import { kindName } from "./words";

interface Props {
  organisation: string;
  skills: Draft["skills"];
  jobs: Draft["jobs"];
  scales: Scale[];
  ownSkills: OwnSkill[];
  faults: Faults;
  edit: Edit;
  picker: ReactNode;
}

/** The skills a training teaches, by what they are, each with its levels. */
export const Skills = memo(function Skills(props: Props) {
  const { organisation, skills, jobs, scales, ownSkills, faults, edit, picker } = props;
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<string[]>([]);
  // What was taken out is no longer chosen.
  const chosen = useMemo(
    () => new Set(skills.map(({ skill }) => skill).filter((skill) => ticked.includes(skill))),
    [skills, ticked],
  );
  const taken = useMemo(() => new Set(skills.map(({ skill }) => skill)), [skills]);
  return (
    <Section
      id="competences"
      title={t("training.section.skillsCount", { count: skills.length })}
      lead={t("writing.skills.lead")}
      fault={faults.skills}
    >
      {picker}
      <OwnSkillAdder organisation={organisation} taken={taken} known={ownSkills} edit={edit} />
      {skills.length === 0 ? (
        <Text c="dimmed">{t("writing.skills.none")}</Text>
      ) : (
        <>
          <BulkLevels
            total={skills.length}
            chosen={chosen}
            scales={scales}
            edit={edit}
            onAll={(all) => setTicked(all ? skills.map(({ skill }) => skill) : [])}
          />
          {byKind(skills).map(({ kind, lines }) => (
            <section key={kind ?? "own"} aria-label={kindName(t, kind)}>
              <Group justify="space-between" gap="xs" mb={4}>
                <h3 className={classes.label}>
                  {kindName(t, kind)} <span className={classes.code}>{lines.length}</span>
                </h3>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("writing.skills.tickKindOf", { kind: kindName(t, kind) })}
                  onClick={() => setTicked([...new Set([...ticked, ...lines.map((l) => l.skill)])])}
                >
                  {t("writing.skills.tickKind")}
                </Button>
              </Group>
              <ul className={classes.rows}>
                {lines.map((line) => (
                  <li key={line.skill}>
                    <SkillRow
                      organisation={organisation}
                      line={line}
                      jobs={jobs}
                      scales={scales}
                      own={ownSkills.find(({ id }) => id === line.skill)}
                      ticked={chosen.has(line.skill)}
                      faults={faults}
                      edit={edit}
                      onTick={() => setTicked(toggled([...chosen], line.skill))}
                      onRemove={() => edit((draft) => removeSkills(draft, new Set([line.skill])))}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Section>
  );
});
