export { CompanyStatusView } from "./CompanyStatusView";
export { myCompanyQuery, useCompanySteps } from "./queries";
export { RecruiterReviews } from "./RecruiterReviews";
export { SiretForm } from "./SiretForm";
