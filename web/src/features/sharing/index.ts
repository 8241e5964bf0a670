export { BlockedCompanies } from "./BlockedCompanies";
export { CompanyNumberForm } from "./CompanyNumberForm";
export { ConsentHistory } from "./ConsentHistory";
export { visibilityQuery } from "./queries";
export { VisibilitySwitch } from "./VisibilitySwitch";
