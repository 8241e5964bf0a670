export { JobPicker } from "./JobPicker";
export { JobSkillsDialog } from "./JobSkillsDialog";
export { jobQuery, releaseQuery, rememberLabels, useSkillLabels } from "./queries";
export { ReleasePanel } from "./ReleasePanel";
export { SkillPicker } from "./SkillPicker";
