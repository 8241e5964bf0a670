export { CreateOrganisation } from "./CreateOrganisation";
export { IdentityPanel } from "./IdentityPanel";
export { InviteForm } from "./InviteForm";
export { Members } from "./Members";
export { Organisations } from "./Organisations";
export { acceptInvitation, myOrganisationsQuery } from "./queries";
