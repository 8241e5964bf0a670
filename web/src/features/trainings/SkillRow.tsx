import { ActionIcon, Checkbox } from "@mantine/core";
import type { OwnSkill } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/writing";
import { formatList } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { Fault } from "./Fault";
import { LevelFields } from "./LevelFields";
import classes from "./Lines.module.css";
import { OwnSkillLink } from "./later";
import type { DraftJob, DraftSkill } from "./model/draft";
import type { Faults } from "./model/faults";
import { type Scale, withLevels } from "./model/scales";
import { SkillMarks } from "./SkillMarks";
import row from "./SkillRow.module.css";
import type { Edit } from "./useEditor";

interface Props {
  organisation: string;
  line: DraftSkill;
  jobs: DraftJob[];
  scales: Scale[];
  /** The own skill this line is, when it is one. */
  own: OwnSkill | undefined;
  ticked: boolean;
  faults: Faults;
  edit: Edit;
  onTick: () => void;
  onRemove: () => void;
}

/** One skill of the training: where it comes from, its levels. */
export function SkillRow(props: Props) {
  const { organisation, line, jobs, scales, own, ticked, faults, edit, onTick, onRemove } = props;
  const { t } = useTranslation();
  const place = `skills.${line.skill}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this row is
    <div role="group" aria-label={line.label} className={row.row}>
      <div className={row.tick}>
        <Checkbox
          size="md"
          checked={ticked}
          onChange={onTick}
          aria-label={t("writing.skills.tick", { label: line.label })}
        />
      </div>
      <div className={row.main}>
        <div className={row.name}>{line.label}</div>
        <div className={classes.meta}>
          <span>{origin(t, line, jobs)}</span>
          <SkillMarks core={line.core} emerging={line.emerging} />
        </div>
        <Fault text={faults[place]} />
        {own ? (
          <Disclosure label={t(`training.ownState.${own.link}`)}>
            <Later>
              <OwnSkillLink organisation={organisation} skill={own} />
            </Later>
          </Disclosure>
        ) : null}
      </div>
      <div className={row.levels}>
        <LevelFields
          scales={scales}
          grid={line.grid}
          target={line.target}
          pass={line.pass}
          faults={{ target: faults[`${place}.target`], pass: faults[`${place}.pass`] }}
          onChange={(change) =>
            edit((draft) => ({
              ...draft,
              skills: draft.skills.map((other) =>
                other.skill === line.skill ? withLevels(other, change) : other,
              ),
            }))
          }
        />
      </div>
      <ActionIcon
        variant="subtle"
        color="slate.7"
        size={32}
        className={row.remove ?? ""}
        aria-label={t("writing.skills.remove", { label: line.label })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </ActionIcon>
    </div>
  );
}

/** The jobs that bring a skill, or how it was chosen. */
function origin(t: Translate, line: DraftSkill, jobs: DraftJob[]) {
  if (line.kind === null) return t("writing.skills.fromOwn");
  const names = line.jobs.map((code) => jobs.find((job) => job.code === code)?.label ?? code);
  if (names.length === 0) return t("writing.skills.fromCatalog");
  return t("training.skills.fromJobs", { count: names.length, jobs: formatList(names) });
}
