export { JobPicker } from "./JobPicker";
export { JobSkillsDialog } from "./JobSkillsDialog";
export { jobQuery, releaseQuery, rememberLabels, useRomeLabels, useSkillLabels } from "./queries";
export { ReleasePanel } from "./ReleasePanel";
export { SkillPicker } from "./SkillPicker";
