//! Companies and recruiter accounts, operation by operation.

mod check_companies;
mod confirm_email_proof;
mod create_company;
mod get_my_company;
mod grant_recruiter;
mod leave_company;
mod list_recruiters;
mod refuse_recruiter;
mod register;
mod reinstate_recruiter;
mod request_company_review;
mod request_email_proof;
mod suspend_recruiter;
mod verified_recruiter;
