export { BlockedCompanies } from "./BlockedCompanies";
export { ConsentHistory } from "./ConsentHistory";
export { visibilityQuery } from "./queries";
export { VisibilitySwitch } from "./VisibilitySwitch";
