//! Everything that can happen and that the audit trail names.
//!
//! Each state change writes one [`Event`] in its own transaction (see `platform::db::audit`).

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident => $kind:literal,)+) => {
        /// A kind of state change; `kind()` is its name in the audit trail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Event { $($(#[$doc])* $name,)+ }

        impl Event {
            /// The name stored in the audit trail.
            pub const fn kind(self) -> &'static str {
                match self { $(Self::$name => $kind,)+ }
            }
        }
    };
}

events! {
    /// An account was created.
    AccountRegistered => "account.registered",
    /// An account went because nobody confirmed its address.
    AccountExpired => "account.expired",
    /// The owner proved the address is theirs.
    EmailConfirmed => "account.email_confirmed",
    /// Someone signed in.
    SignedIn => "account.signed_in",
    /// One or every session was ended.
    SignedOut => "account.signed_out",
    /// A consumed refresh token came back: its family was revoked.
    RefreshReused => "account.refresh_reused",
    /// The password was changed or reset.
    PasswordChanged => "account.password_changed",
    /// The name was changed.
    NameChanged => "account.name_changed",
    /// A second factor was switched on.
    TotpEnabled => "account.totp_enabled",
    /// The second factor was switched off.
    TotpDisabled => "account.totp_disabled",
    /// An organisation was created.
    OrganisationCreated => "organisation.created",
    /// An organisation was suspended.
    OrganisationSuspended => "organisation.suspended",
    /// A suspended organisation works again.
    OrganisationReinstated => "organisation.reinstated",
    /// What an organisation declares of itself changed.
    OrganisationIdentityChanged => "organisation.identity_changed",
    /// A SIRET was taken from an organisation that had no right to it.
    OrganisationSiretWithdrawn => "organisation.siret_withdrawn",
    /// An organisation may declare again a SIRET that was taken from it.
    OrganisationSiretAllowed => "organisation.siret_allowed",
    /// The public registers gave a new answer for an organisation.
    OrganisationChecked => "organisation.checked",
    /// Someone was invited into an organisation.
    MemberInvited => "organisation.member_invited",
    /// Someone joined an organisation.
    MemberJoined => "organisation.member_joined",
    /// A member's role changed.
    MemberRoleChanged => "organisation.member_role_changed",
    /// A member left or was removed.
    MemberRemoved => "organisation.member_removed",
    /// A level grid, or a new version of one, was written.
    GridWritten => "organisation.grid_written",
    /// A file was sent, and waits to be used.
    FileUploaded => "file.uploaded",
    /// A file was taken back before anything used it.
    FileDiscarded => "file.discarded",
    /// A file that nothing used for a day was deleted.
    FileExpired => "file.expired",
    /// The antivirus found something in a file: its bytes were destroyed.
    FileInfected => "file.infected",
    /// A course was written.
    CourseWritten => "course.written",
    /// A course was archived, or is in use again.
    CourseArchived => "course.archived",
    /// An organisation's own skill was written.
    OwnSkillWritten => "own_skill.written",
    /// An own skill was linked to the catalogue, kept apart, or a proposed match was refused.
    OwnSkillLinked => "own_skill.linked",
    /// An own skill nobody used was deleted.
    OwnSkillDeleted => "own_skill.deleted",
    /// A training was written.
    TrainingWritten => "training.written",
    /// A training was published, archived or restored.
    TrainingStatusChanged => "training.status_changed",
    /// A draft of a training was discarded.
    TrainingDraftDiscarded => "training.draft_discarded",
    /// A training that was never published was deleted.
    TrainingDeleted => "training.deleted",
    /// It was decided what a line of a training becomes after a new release.
    NoticeDecided => "training.notice_decided",
    /// A session was opened, or something of it was written.
    SessionWritten => "training_session.written",
    /// A session was announced, started, ended, closed, taken up again or cancelled.
    SessionStatusChanged => "training_session.status_changed",
    /// The title or the place of a session that has ended was put right.
    SessionRectified => "training_session.rectified",
    /// A draft of a session was deleted.
    SessionDeleted => "training_session.deleted",
    /// A slot was written.
    SlotWritten => "slot.written",
    /// Slots were generated.
    SlotsGenerated => "slot.generated",
    /// A slot was cancelled.
    SlotCancelled => "slot.cancelled",
    /// A slot of a draft was deleted.
    SlotDeleted => "slot.deleted",
    /// The times of a slot that has attendance were put right.
    SlotRectified => "slot.rectified",
    /// Other people train at a slot.
    SlotTrainersChanged => "slot.trainers_changed",
    /// A participant was written.
    EnrolmentWritten => "enrolment.written",
    /// A participant's state changed.
    EnrolmentMoved => "enrolment.moved",
    /// An account was joined to a participant.
    EnrolmentJoined => "enrolment.joined",
    /// Participants were taken from a file.
    EnrolmentsImported => "enrolment.imported",
    /// A resource of a session was written.
    ResourceWritten => "session_resource.written",
    /// A resource of a session was deleted.
    ResourceDeleted => "session_resource.deleted",
    /// A room of a session was written or deleted.
    RoomWritten => "session_room.written",
    /// A quiz of a session was written or deleted.
    SessionQuizWritten => "session_quiz.written",
    /// Somebody began a quiz.
    QuizStarted => "quiz_attempt.started",
    /// A quiz was handed in, by the person or by the clock.
    QuizSubmitted => "quiz_attempt.submitted",
    /// The automatic score of a quiz was computed.
    QuizScored => "quiz_attempt.scored",
    /// Somebody stepped back from a quiz: their answers were erased.
    QuizWithdrawn => "quiz_attempt.withdrawn",
    /// An answer was graded by hand.
    QuizAnswerGraded => "quiz_attempt.graded",
    /// Results of a quiz were shown to those who took it.
    QuizResultsPublished => "quiz_attempt.published",
    /// Results of a quiz were exported.
    QuizResultsExported => "session_quiz.exported",
    /// A corrected key was applied to the results of a quiz.
    QuizCorrected => "session_quiz.corrected",
    /// Somebody asked for more time at a quiz.
    QuizAdjustmentAsked => "quiz_adjustment.asked",
    /// Somebody was given more time or more attempts at a quiz, or no longer.
    QuizAdjusted => "quiz_adjustment.written",
    /// Attempts at quizzes were deleted because their time was over, or their person's enrolment was erased.
    QuizAttemptsPurged => "quiz_attempt.purged",
    /// A calendar address was given out or withdrawn.
    CalendarFeedChanged => "calendar_feed.changed",
    /// Marks were written on a sheet.
    AttendanceMarked => "attendance.marked",
    /// Somebody signed a half-day.
    AttendanceSigned => "attendance.signed",
    /// Personal links to sign with were mailed.
    SignatureLinksSent => "attendance.links_sent",
    /// Signing was opened again after its window.
    SigningReopened => "attendance.signing_reopened",
    /// What was taught, or a paper sheet, was noted.
    SheetNoted => "attendance.noted",
    /// A sheet was closed and sealed.
    SheetClosed => "attendance.closed",
    /// A sealed mark was rectified.
    MarkRectified => "attendance.rectified",
    /// A trainee contested a sealed mark.
    MarkContested => "attendance.contested",
    /// A contest was decided.
    ContestDecided => "attendance.contest_decided",
    /// An element of proof was given or withdrawn.
    ProofWritten => "attendance.proof_written",
    /// When people are told of low attendance, or what a session asks, was changed.
    AttendanceSettingsChanged => "attendance.settings_changed",
    /// Nothing of a session may be deleted, or again may.
    LegalHoldChanged => "attendance.legal_hold_changed",
    /// Somebody's attendance fell below a threshold.
    AttendanceAlerted => "attendance.alerted",
    /// Sheets were exported.
    AttendanceExported => "attendance.exported",
    /// Attendance was deleted because its time was over.
    AttendancePurged => "attendance.purged",
    /// A certificate was issued.
    CertificateIssued => "certificate.issued",
    /// A question, or a new version of one, was written; one was archived or is in use again.
    QuestionWritten => "question.written",
    /// Questions were written from a file.
    QuestionsImported => "question.imported",
    /// Questions were exported.
    QuestionsExported => "question.exported",
    /// A quiz was written.
    QuizWritten => "quiz.written",
    /// A quiz was published, archived or restored.
    QuizStatusChanged => "quiz.status_changed",
    /// A draft of a quiz was discarded.
    QuizDraftDiscarded => "quiz.draft_discarded",
    /// A quiz that was never published was deleted.
    QuizDeleted => "quiz.deleted",
    /// What a quiz of a session asks, or which levels it proposes, was said.
    QuizAttached => "session_quiz.attached",
    /// A catalogue release was applied.
    CatalogApplied => "catalog.applied",
    /// An import of the catalogue was asked for by hand.
    CatalogImportRequested => "catalog.import_requested",
    /// A recruiter account was asked for.
    RecruiterRequested => "recruiter.requested",
    /// A recruiter account changed state.
    RecruiterStatusChanged => "recruiter.status_changed",
    /// The Sirene register gave a new answer for a company.
    CompanyChecked => "company.checked",
    /// A mail domain was accepted as proof for a legal unit.
    CompanyDomainAccepted => "company.domain_accepted",
    /// A skill was declared, or its declared level changed.
    SkillDeclared => "passport.skill_declared",
    /// A declared skill was withdrawn.
    SkillWithdrawn => "passport.skill_withdrawn",
    /// A validation was recorded.
    ValidationCreated => "passport.validation_created",
    /// A validation was revoked.
    ValidationRevoked => "passport.validation_revoked",
    /// An export of a passport was asked for.
    PassportExportRequested => "passport.export_requested",
    /// A passport was exported.
    PassportExported => "passport.exported",
    /// An export of a passport could not be written.
    PassportExportFailed => "passport.export_failed",
    /// The file of an export went.
    PassportExportErased => "passport.export_erased",
    /// One skill of a passport was proved without the rest.
    PassportClaimDisclosed => "passport.claim_disclosed",
    /// The badge of a validation was issued for the first time.
    BadgeIssued => "passport.badge_issued",
    /// A link that shows a passport was given out.
    PassportShared => "passport.shared",
    /// A link that shows a passport was taken back.
    PassportShareRevoked => "passport.share_revoked",
    /// Something another platform attested was imported.
    PassportImported => "passport.imported",
    /// Something imported was removed.
    PassportImportRemoved => "passport.import_removed",
    /// Another entry took the place of a validation.
    ValidationSuperseded => "passport.validation_superseded",
    /// A validation was proposed, and waits for a second person.
    ValidationProposed => "passport.validation_proposed",
    /// A proposed validation was confirmed or refused.
    ProposalDecided => "passport.proposal_decided",
    /// The person answered an entry of their passport.
    EntryReplied => "passport.entry_replied",
    /// The organisation answered the person.
    ReplyAnswered => "passport.reply_answered",
    /// The person chose who sees what an entry rests on.
    EvidenceVisibilityChanged => "passport.evidence_visibility_changed",
    /// How an organisation reads levels and validates was changed.
    PassportSettingsChanged => "passport.settings_changed",
    /// The person was reminded that a validation ends.
    ExpiryReminded => "passport.expiry_reminded",
    /// An organisation was reminded of an answer that is overdue.
    ReplyReminded => "passport.reply_reminded",
    /// An experience was written, or changed.
    ExperienceWritten => "passport.experience_written",
    /// Staff proposed an experience to one of their trainees.
    ExperienceProposed => "passport.experience_proposed",
    /// A draft of an experience was deleted.
    ExperienceDeleted => "passport.experience_deleted",
    /// An experience was declared.
    ExperienceDeclared => "passport.experience_declared",
    /// An experience was taken back.
    ExperienceWithdrawn => "passport.experience_withdrawn",
    /// An experience was shown in the search, or hidden from it.
    ExperienceVisibilityChanged => "passport.experience_visibility_changed",
    /// A proof was added to an experience.
    ExperienceProofAdded => "passport.experience_proof_added",
    /// A proof was removed: its bytes go, its fingerprint stays.
    ExperienceProofRemoved => "passport.experience_proof_removed",
    /// The zones to mask in a proof were changed.
    ExperienceProofZonesChanged => "passport.experience_proof_zones_changed",
    /// The masked copy of a proof was made, or could not be.
    ExperienceProofMasked => "passport.experience_proof_masked",
    /// Somebody of an organisation opened a proof.
    ExperienceProofRead => "passport.experience_proof_read",
    /// An experience was put before an organisation, or again.
    ExperienceSubmitted => "passport.experience_submitted",
    /// A submission was taken back by its person.
    SubmissionWithdrawn => "passport.submission_withdrawn",
    /// An organisation named who looks at a submission.
    SubmissionAssigned => "passport.submission_assigned",
    /// An organisation asked for more.
    ComplementAsked => "passport.complement_asked",
    /// An organisation decided on an experience.
    ExperienceDecided => "passport.experience_decided",
    /// An organisation was reminded of experiences that wait for it.
    SubmissionReminded => "passport.submission_reminded",
    /// The person became visible to recruiters.
    VisibilityGiven => "sharing.visibility_given",
    /// The person is no longer visible to recruiters.
    VisibilityWithdrawn => "sharing.visibility_withdrawn",
    /// The person blocked a company.
    CompanyBlocked => "sharing.company_blocked",
    /// The person unblocked a company.
    CompanyUnblocked => "sharing.company_unblocked",
    /// A search was saved, renamed or written anew.
    SavedSearchWritten => "saved_search.written",
    /// A saved search was deleted.
    SavedSearchDeleted => "saved_search.deleted",
    /// A rebuild of the search index was asked for.
    IndexRebuildRequested => "index.rebuild_requested",
    /// Invented people were written to a demonstration database.
    DemoSeeded => "demo.seeded",
    /// The demo accounts, whose password is public, were created.
    DemoAccountsCreated => "demo.accounts_created",
}
