//! Every timed job, one line each. Times are UTC, spread out so that no two start together.

use chrono::Duration;

use crate::attendance::{CheckThresholds, PurgeAttendance};
use crate::catalog::{CheckCatalog, CheckCertifications, CheckPartner};
use crate::chat::EndRooms;
use crate::companies::{CheckCompanies, ConfirmMembers, PurgeCompanyInvitations};
use crate::files::{CheckFiles, SweepFiles};
use crate::identity::{PurgeSpentTokens, PurgeUnconfirmedAccounts};
use crate::notifications::{MailNotices, PurgeNotices};
use crate::offers::{AnonymiseOffers, ExpireOffers, FollowOffers, RemindOffers};
use crate::orgs::{CheckOrganisations, PurgeInvitations};
use crate::passport::{
    EraseExports, MarkExpired, MeasureAlignment, RemindExpiry, RemindReplies, RemindReviewers,
};
use crate::platform::http::idempotency::PurgeIdempotencyKeys;
use crate::platform::jobs::{PurgeDeadJobs, Timed, Times};
use crate::privacy::{
    CheckInactivity, DisclosureCheck, EraseAccounts, EraseDataExports, PurgePrivacyLogs, ReplayErasures,
};
use crate::profiles::{
    AlertSavedSearches, PurgeLists, PurgeNotes, PurgeQuotas, PurgeSearchHistory, ReviewProfiles,
    ReviewSavedSearches,
};
use crate::quizzes::{CloseQuizzes, PurgeQuestionImports, PurgeQuizAttempts, RemindQuizzes};
use crate::sessions::{AdvanceSessions, PurgeEnrolmentImports};
use crate::sharing::{EndShares, PurgeAccesses};
use crate::trainings::ReviewCatalog;

/// Lists the timed jobs: what, when (seconds, minutes, hours, day, month, weekday), and after how long without success to worry.
pub fn timed_jobs(catalog_check: &Times) -> Vec<Timed> {
    vec![
        // Companies the register has not told us of, and the monthly check of the others: every minute, whatever is due.
        Timed::new::<CheckCompanies>("20 * * * * *", Duration::hours(1)),
        // Organisations the registers have not told us of, and the ones they told us of a while ago: a few a minute.
        Timed::new::<CheckOrganisations>("40 * * * * *", Duration::hours(1)),
        // Files nobody used within a day go; those the antivirus gave no answer for are asked about again.
        Timed::new::<SweepFiles>("10 12 * * * *", Duration::hours(6)),
        // The database and the object store are compared every night, both ways.
        Timed::new::<CheckFiles>("0 47 1 * * *", Duration::hours(50)),
        // Validations whose last day is over, five past midnight in Paris: at 22 UTC in summer, 23 in winter.
        Timed::new::<MarkExpired>("0 5 22,23 * * *", Duration::hours(50)),
        // Exports of passports are kept for a day after they are ready: their files go within minutes of it.
        Timed::new::<EraseExports>("30 */10 * * * *", Duration::hours(6)),
        // Downloads of all of somebody's data are kept for a day too.
        Timed::new::<EraseDataExports>("40 */10 * * * *", Duration::hours(6)),
        // Accounts are erased when their fourteen days are over: within a minute.
        Timed::new::<EraseAccounts>("50 * * * * *", Duration::hours(1)),
        // Whoever came back with a restored dump is erased again, at the start and every hour.
        Timed::new::<ReplayErasures>("25 34 * * * *", Duration::hours(6)),
        // Accounts not used for 23 months are told of it, and go after 24.
        Timed::new::<CheckInactivity>("0 24 * * * *", Duration::hours(6)),
        // An invented recruiter asks for what nobody granted, every night.
        Timed::new::<DisclosureCheck>("0 52 1 * * *", Duration::hours(50)),
        // Accesses, results of checks and digests of erased accounts are kept for a time.
        Timed::new::<PurgePrivacyLogs>("0 57 2 * * *", Duration::hours(50)),
        // Organisations that let experiences wait for a week are reminded in the morning.
        Timed::new::<RemindReviewers>("0 20 6 * * *", Duration::hours(50)),
        // Validations that end in ninety and in thirty days, in the morning in Paris.
        Timed::new::<RemindExpiry>("0 10 7 * * *", Duration::hours(50)),
        // People whose reply waits longer than the organisation's delay.
        Timed::new::<RemindReplies>("0 20 7 * * *", Duration::hours(50)),
        // Sessions whose marks have rested: whoever fell below a threshold is told within minutes.
        Timed::new::<CheckThresholds>("10 * * * * *", Duration::hours(1)),
        // Attendance and certificates whose time of retention is over.
        Timed::new::<PurgeAttendance>("0 37 2 * * *", Duration::hours(50)),
        // Jobs put aside more than thirty days ago may hold an address: they go every night.
        Timed::new::<PurgeDeadJobs>("0 17 2 * * *", Duration::hours(50)),
        // Mails about what people have not read: two minutes after it happened, or at eight in the morning in Paris.
        Timed::new::<MailNotices>("35 * * * * *", Duration::hours(1)),
        // Notices of more than a year, and those about what is gone.
        Timed::new::<PurgeNotices>("0 4 3 * * *", Duration::hours(50)),
        // Answers kept for requests that may be sent again count for a day.
        Timed::new::<PurgeIdempotencyKeys>("0 8 * * * *", Duration::hours(6)),
        // Tokens, sessions and counters that ran out serve nobody.
        Timed::new::<PurgeSpentTokens>("0 22 2 * * *", Duration::hours(50)),
        // An account nobody confirmed within seven days goes.
        Timed::new::<PurgeUnconfirmedAccounts>("0 32 * * * *", Duration::hours(6)),
        // Invitations that ran out a month ago still hold an address.
        Timed::new::<PurgeInvitations>("0 27 2 * * *", Duration::hours(50)),
        // The publisher brings out two releases a year, on days it does not announce: one small download a night, or when
        // the operator says.
        Timed::new::<CheckCatalog>(catalog_check.to_string(), Duration::hours(74)),
        // What the archive lacks, where there is an account to ask for it: at the same times, whichever comes first.
        Timed::new::<CheckPartner>(catalog_check.to_string(), Duration::hours(74)),
        // Certifications are published anew every day: at the same times too.
        Timed::new::<CheckCertifications>(catalog_check.to_string(), Duration::hours(74)),
        // A release may come at any time, by hand too: owners are told within minutes what it says otherwise.
        Timed::new::<ReviewCatalog>("50 */2 * * * *", Duration::hours(1)),
        // How well passports are aligned with it is counted minutes later, then once a day: nobody waits for it.
        Timed::new::<MeasureAlignment>("10 */5 * * * *", Duration::hours(2)),
        // Shares whose end has passed show nothing already; their receipts are written within a minute.
        Timed::new::<EndShares>("15 * * * * *", Duration::hours(1)),
        // Who opened a profile, and how often it was in results, is kept for twelve months.
        Timed::new::<PurgeAccesses>("0 2 3 * * *", Duration::hours(50)),
        // Offers end with their last day in Paris: within a minute of it.
        Timed::new::<ExpireOffers>("15 * * * * *", Duration::hours(1)),
        // Mails that announce them arrive or do not; companies may no longer recruit, or may again: told within a minute.
        Timed::new::<FollowOffers>("45 * * * * *", Duration::hours(1)),
        // People whose offer ends in three days, in the morning in Paris.
        Timed::new::<RemindOffers>("0 50 6 * * *", Duration::hours(50)),
        // What has been over for three months says nothing of anybody within the hour.
        Timed::new::<AnonymiseOffers>("0 52 * * * *", Duration::hours(6)),
        // Sessions start with their first slot and end after their last one: within a minute.
        Timed::new::<AdvanceSessions>("10 * * * * *", Duration::hours(1)),
        // Files of participants that nobody confirmed within a day hold names and addresses.
        Timed::new::<PurgeEnrolmentImports>("0 12 * * * *", Duration::hours(6)),
        // Files of questions that nobody confirmed within a day are of no use.
        Timed::new::<PurgeQuestionImports>("0 14 * * * *", Duration::hours(6)),
        // Attempts at quizzes whose time is over are handed in as they were saved: within a minute, at their deadline.
        Timed::new::<CloseQuizzes>("5 * * * * *", Duration::hours(1)),
        // Private rooms end at 23:59 in Paris, and a day after they were closed: within a minute. Their warnings, pauses and overdue
        // reports go with them.
        Timed::new::<EndRooms>("15 * * * * *", Duration::hours(1)),
        // Quizzes that close tomorrow and copies that wait, told in the morning: six or seven in Paris.
        Timed::new::<RemindQuizzes>("0 7 5 * * *", Duration::hours(50)),
        // Attempts at quizzes whose time of retention is over.
        Timed::new::<PurgeQuizAttempts>("0 42 2 * * *", Duration::hours(50)),
        // And so are those who keep searches that name what it changed.
        Timed::new::<ReviewSavedSearches>("10 1-59/2 * * * *", Duration::hours(1)),
        // And those whose skills it renamed, replaced or retired.
        Timed::new::<ReviewProfiles>("30 1-59/2 * * * *", Duration::hours(1)),
        // Admins of companies are asked every quarter who still works there, in the morning; whom nobody confirms is suspended.
        Timed::new::<ConfirmMembers>("0 35 6 * * *", Duration::hours(50)),
        // Invitations of companies that ran out a month ago still hold an address.
        Timed::new::<PurgeCompanyInvitations>("0 28 2 * * *", Duration::hours(50)),
        // Saved searches that tell of new matches, each at its hour; what was switched on is noted within minutes.
        Timed::new::<AlertSavedSearches>("25 */2 * * * *", Duration::hours(1)),
        // Lines of lists and of exclusions that nobody touched for two years.
        Timed::new::<PurgeLists>("0 52 2 * * *", Duration::hours(50)),
        // Notes about people go two years after their last edit, within the hour.
        Timed::new::<PurgeNotes>("0 56 * * * *", Duration::hours(6)),
        // What recruiters used of their quotas counts for a week.
        Timed::new::<PurgeQuotas>("0 58 2 * * *", Duration::hours(50)),
        // Searches made ninety days ago.
        Timed::new::<PurgeSearchHistory>("0 57 2 * * *", Duration::hours(50)),
    ]
}
