export { ConfirmMembers } from "./ConfirmMembers";
export { Invitations } from "./Invitations";
export { JoinCompany } from "./JoinCompany";
export { MemberList } from "./MemberList";
export { searchSettingsQuery } from "./queries";
export { SearchSettingsPanel } from "./SearchSettingsPanel";
