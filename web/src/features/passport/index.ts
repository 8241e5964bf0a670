export { DeclareForm, type PickedSkill } from "./DeclareForm";
export { MySkills } from "./MySkills";
export { mySkillsQuery, useDeclarations } from "./queries";
