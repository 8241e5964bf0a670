// How states, kinds, texts and levels are named.
import type { ActionKind, Grid, Modality, TrainingStatus } from "@/api/types";
import type { Translate } from "@/i18n/trainings";
import { formatDuration } from "@/lib/format";
import { quoted } from "@/record/drift";
import { LEVELS, levelName } from "@/record/levels";
import type { ReferenceName, SkillKind, TextName } from "./model/draft";
import { commonScale, gridScale, type Scale } from "./model/scales";

export const STATUSES: TrainingStatus[] = ["draft", "published", "archived"];
export const MODALITIES: Modality[] = [
  "in_person",
  "remote_live",
  "remote_self_paced",
  "workplace",
];

/** The kinds of action, in the order of the law. */
export const NATURES: ActionKind[] = [
  "training",
  "skills_assessment",
  "experience_validation",
  "apprenticeship",
];

export const natureName = (t: Translate, nature: ActionKind): string => t(`actionKind.${nature}`);

export const statusName = (t: Translate, status: TrainingStatus): string =>
  t(`training.status.${status}`);

export const modalityName = (t: Translate, modality: Modality): string =>
  t(`training.modality.${modality}`);

export const kindName = (t: Translate, kind: SkillKind | null): string =>
  t(`training.kind.${kind ?? "own"}`);

export const textName = (t: Translate, name: TextName): string => t(`training.text.${name}.label`);

export const referenceName = (t: Translate, name: ReferenceName): string =>
  t(`training.reference.${name}.label`);

/** How long a course or a training takes; what is not known yet is said so. */
export const durationName = (t: Translate, minutes: number): string =>
  minutes === 0 ? t("training.noDuration") : formatDuration(minutes);

/** The common scale first, then the organisation's grids. */
export function scalesOf(t: Translate, grids: Grid[]): Scale[] {
  const steps = LEVELS.map((value) => ({ value, name: levelName(t, value) }));
  const named = grids.map((grid) => ({
    ...gridScale(grid),
    name: t("training.levels.grid", { name: quoted(grid.name) }),
  }));
  return [commonScale(t("training.levels.common"), steps), ...named];
}

export { quoted };
