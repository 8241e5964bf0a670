import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Course, Job, OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { Later } from "@/ui/Later";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { EditorNotices } from "./EditorNotices";
import { focusFirstFault } from "./Fault";
import { Jobs } from "./Jobs";
import { Courses, Differences, Matrix, References, Skills } from "./later";
import { allCoursesQuery, allOwnSkillsQuery, gridsQuery } from "./library";
import type { SkillKind } from "./model/draft";
import { addJob, listedBy } from "./model/jobs";
import { addSkill } from "./model/skills";
import { Presentation } from "./Presentation";
import { SaveBar } from "./SaveBar";
import { SectionNav } from "./SectionNav";
import classes from "./TrainingEditor.module.css";
import type { Editor } from "./useEditor";
import { scalesOf } from "./words";

type PickJob = (code: string, appellation: string | null) => void;
type PickSkill = (code: string, label: string, kind: SkillKind) => void;

/** What the catalogue gives to the editor. */
export interface CatalogSlots {
  jobPicker: (onPick: PickJob) => ReactNode;
  skillPicker: (taken: ReadonlySet<string>, onPick: PickSkill) => ReactNode;
  loadJob: (code: string) => Promise<Job>;
}

const NO_COURSES: Course[] = [];
const NO_SKILLS: OwnSkill[] = [];

interface Props {
  editor: Editor;
  slots: CatalogSlots;
  /** What the catalogue says of the training's jobs; those on their way are missing. */
  sheets: Job[];
  /** A new training was saved for the first time. */
  onCreated?: (id: string) => void;
}

/** A training, all of it, to be written. */
export function TrainingEditor({ editor, slots, sheets, onCreated }: Props) {
  const { t } = useTranslation();
  const { organisation, base, draft, faults, edit } = editor;
  const grids = useQuery(gridsQuery(organisation));
  const courses = useQuery(allCoursesQuery(organisation)).data ?? NO_COURSES;
  const ownSkills = useQuery(allOwnSkillsQuery(organisation)).data ?? NO_SKILLS;
  const scales = useMemo(() => scalesOf(t, grids.data?.items ?? []), [t, grids.data]);

  const save = async () => {
    if (editor.pending || editor.conflict || editor.archived) return;
    if (base !== null && !editor.dirty) return;
    const view = await editor.save();
    if (!view) focusFirstFault();
    else if (base === null) onCreated?.(view.id);
  };
  const [jobFailure, setJobFailure] = useState<unknown>(null);
  const onAddJob = useCallback<PickJob>(
    (code, appellation) => {
      setJobFailure(null);
      slots
        .loadJob(code)
        .then((sheet) => edit((now) => addJob(now, sheet, appellation)))
        .catch(setJobFailure);
    },
    [slots, edit],
  );
  const onAddSkill = useCallback<PickSkill>(
    (skill, label, kind) =>
      edit((now) => addSkill(now, { skill, label, kind, ...listedBy(now, skill, sheets) })),
    [edit, sheets],
  );
  const jobPicker = useMemo(() => slots.jobPicker(onAddJob), [slots, onAddJob]);
  const skillPicker = useMemo(
    () => slots.skillPicker(new Set(draft.skills.map(({ skill }) => skill)), onAddSkill),
    [slots, draft.skills, onAddSkill],
  );

  return (
    <>
      <div className={classes.layout}>
        <div>
          <SectionNav faults={faults} />
        </div>
        <div className={classes.sections}>
          <EditorNotices editor={editor} />
          {base && base.content.differences.length > 0 ? (
            <Later>
              <Differences
                differences={base.content.differences}
                draft={draft}
                edit={edit}
                loadJob={slots.loadJob}
              />
            </Later>
          ) : null}
          <Presentation
            title={draft.title}
            nature={draft.nature}
            texts={draft.texts}
            faults={faults}
            edit={edit}
          />
          <Jobs
            draft={draft}
            faults={faults}
            edit={edit}
            sheets={sheets}
            picker={jobPicker}
            onAddJob={onAddJob}
            failure={jobFailure}
          />
          <Later>
            <Skills
              organisation={organisation}
              skills={draft.skills}
              jobs={draft.jobs}
              scales={scales}
              ownSkills={ownSkills}
              faults={faults}
              edit={edit}
              picker={skillPicker}
            />
            <Courses
              organisation={organisation}
              courses={draft.courses}
              known={courses}
              faults={faults}
              edit={edit}
            />
            <Matrix skills={draft.skills} courses={draft.courses} edit={edit} />
            <References
              references={draft.references}
              jobs={draft.jobs}
              sheets={sheets}
              faults={faults}
              edit={edit}
            />
          </Later>
        </div>
      </div>
      <SaveBar editor={editor} onSave={save} />
      <UnsavedGuard unsaved={editor.unsaved} />
    </>
  );
}
