export {
  atDomain,
  type BrowseParams,
  openBranches,
  toggled,
  writeBrowse,
} from "./browseUrl";
export { CatalogSearch } from "./CatalogSearch";
export { JobPicker } from "./JobPicker";
export { JobPickerLater } from "./JobPickerLater";
export { JobSheet } from "./JobSheet";
export { JobSkillsDialog } from "./JobSkillsDialog";
export { JobTree } from "./JobTree";
export {
  type GoneCode,
  isUnknown,
  jobQuery,
  releaseQuery,
  rememberLabels,
  skillQuery,
  useGoneJobs,
  useRomeLabels,
  useSkillLabels,
} from "./queries";
export { LicenceLine, ReleaseNote } from "./ReleaseNote";
export { ReleasePanel } from "./ReleasePanel";
export { RetiredJob, RetiredSkill } from "./RetiredNotice";
export { SkillPicker } from "./SkillPicker";
export { preloadSkillPicker, SkillPickerLater } from "./SkillPickerLater";
export { SkillSheet } from "./SkillSheet";
