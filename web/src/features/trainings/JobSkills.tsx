import { Checkbox } from "@mantine/core";
import type { Job } from "@/api/types";
import { useTranslation } from "@/i18n/trainings";
import classes from "./JobSkills.module.css";
import { groups, toggleJobSkill } from "./model/jobs";
import { SkillMarks } from "./SkillMarks";
import type { Edit } from "./useEditor";
import { kindName } from "./words";

interface Props {
  sheet: Job;
  sheets: Job[];
  chosen: ReadonlySet<string>;
  edit: Edit;
}

/** Every skill of a job, grouped as the catalogue groups them: tick to teach it. */
export function JobSkills({ sheet, sheets, chosen, edit }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.groups}>
      {groups(sheet.skills).map(({ kind, category, skills }) => (
        <fieldset key={`${kind} ${category}`} className={classes.group}>
          <legend>
            {kindName(t, kind)}
            {category ? <span className={classes.category}> · {category}</span> : null}
          </legend>
          {skills.map((skill) => (
            <Checkbox
              key={skill.code}
              checked={chosen.has(skill.code)}
              onChange={() => edit((draft) => toggleJobSkill(draft, skill, sheets))}
              label={
                <>
                  {skill.label} <SkillMarks core={skill.core} emerging={skill.emerging} />
                </>
              }
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
