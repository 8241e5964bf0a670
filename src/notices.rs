//! Everything a person is told inside the app, and which of it is also mailed.
//!
//! Slices write a notice in the transaction of what it is about (see `platform::live`); `notifications` shows and mails them.
//! A mail says that there is something to read, never what.

macro_rules! notices {
    // `$kind` is a token, not a literal: the description of the API cannot read the name through a fragment.
    ($($(#[$doc:meta])* $name:ident => $kind:tt, $mailed:literal;)+) => {
        /// A kind of notice; `kind()` is its name in the database and in the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[schema(as = NotificationKind)]
        pub enum NoticeKind { $($(#[$doc])* #[serde(rename = $kind)] $name,)+ }

        impl NoticeKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The name stored with the notice.
            pub const fn kind(self) -> &'static str {
                match self { $(Self::$name => $kind,)+ }
            }

            /// Whether the person is also written to, unless they chose otherwise.
            pub const fn is_mailed(self) -> bool {
                match self { $(Self::$name => $mailed,)+ }
            }

            /// The kind of this name.
            pub fn find(kind: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.kind() == kind)
            }
        }
    };
}

notices! {
    /// A company wrote an offer to the person.
    OfferReceived => "offer.received", true;
    /// An offer the person has not answered ends in three days.
    OfferEnding => "offer.ending", true;
    /// An offer ended without an answer.
    OfferExpired => "offer.expired", false;
    /// The company took its offer back.
    OfferWithdrawn => "offer.withdrawn", true;
    /// The company reminds the person of its offer.
    OfferReminder => "offer.reminder", true;
    /// To the recruiter: a person answered an offer.
    OfferAnswered => "offer.answered", true;
    /// To the recruiter: offers of theirs ended without an answer.
    OffersExpired => "offer.expired_unanswered", false;
    /// Offers of a company that is suspended are paused, or go on.
    OfferPaused => "offer.paused", true;
    /// To the recruiter: what a person shared with them was taken back, or ended.
    ShareEnded => "share.ended", true;
    /// To the recruiter: a person shared something with them.
    ShareGiven => "share.given", false;
    /// A message was written in a room the person follows.
    MessageWritten => "room.message", false;
    /// Somebody named the person in a message.
    Mentioned => "room.mention", true;
    /// A private room is deleted soon.
    RoomEnding => "room.ending", true;
    /// A private room was closed or deleted.
    RoomClosed => "room.closed", true;
    /// A private room is only read for the time being, or is written in again.
    RoomPaused => "room.paused", true;
    /// A private room is kept until a report is decided on.
    RoomHeld => "room.held", true;
    /// A message of the person was not let through.
    MessageRefused => "room.message_refused", false;
    /// To those who moderate: a message waits to be let through.
    MessageWaiting => "room.message_waiting", false;
    /// A report about a message was decided on.
    ReportDecided => "room.report_decided", true;
    /// To those who moderate: a message was reported.
    MessageReported => "room.reported", true;
    /// A company invites the person to a quiz.
    QuizInvited => "quiz.invited", true;
    /// The results of a quiz can be seen.
    QuizPublished => "quiz.published", true;
    /// A result of a quiz that could be seen changed: its key was corrected.
    QuizResultChanged => "quiz.result_changed", true;
    /// To the recruiter: somebody handed a quiz in.
    QuizHandedIn => "quiz.handed_in", false;
    /// To the recruiter: people match a saved search who did not before.
    SearchMatches => "search.matches", true;
    /// To the recruiter: a colleague shared a list or a search.
    ListShared => "list.shared", true;
    /// Who works for the company must be confirmed.
    MembersToConfirm => "company.members_to_confirm", true;
    /// The person is an admin of their company from now on, or no longer.
    CompanyRoleChanged => "company.role_changed", true;
    /// The account is to be erased; the person may change their mind. `privacy` writes to them, whatever they chose.
    ErasurePlanned => "account.erasure_planned", false;
    /// The account has not been used for 23 months. `privacy` writes to them, whatever they chose.
    AccountInactive => "account.inactive", false;
    /// Everything held about the person is ready to be downloaded.
    DataReady => "account.data_ready", true;
    /// Somebody of the platform looked at the person's data, with a reason.
    DataRead => "account.data_read", true;
    /// A recruiter who opened the person's profile was suspended.
    ViewerSuspended => "account.viewer_suspended", true;
    /// To those who run the platform: a recruiter was suspended by rule.
    RecruiterSuspended => "account.recruiter_suspended", true;
}
