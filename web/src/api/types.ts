// Names for the bodies of the operations, read from the generated schema by operation id.
import type { operations } from "./schema.gen";

type JsonOf<R> = R extends { content: { "application/json": infer Body } } ? Body : never;
type Success = 200 | 201 | 202;

/** The JSON an operation answers with when it succeeds. */
export type Answer<O extends keyof operations> = operations[O] extends { responses: infer R }
  ? JsonOf<R[keyof R & Success]>
  : never;

/** The JSON an operation is sent. */
export type Body<O extends keyof operations> = operations[O] extends { requestBody: infer R }
  ? JsonOf<R>
  : never;

type Item<L> = L extends { items: (infer I)[] } ? I : L extends (infer I)[] ? I : never;

export type Me = Answer<"get_me">;
export type Tokens = Answer<"login">;
export type MyOrganisation = Item<Answer<"list_my_organisations">>;
export type Role = MyOrganisation["role"];

export type FileCard = Answer<"upload_my_file">;
export type FileLink = Answer<"get_resource_file_link">;
export type FileRules = Answer<"get_file_rules">;

export type JobHit = Item<Answer<"search_jobs">>;
export type Job = Answer<"get_job">;
export type JobSkill = Job["skills"][number];
export type JobContext = Job["contexts"][number];
export type SkillKind = JobSkill["kind"];
export type Skill = Answer<"get_skill">;
export type SkillJob = Skill["jobs"][number];
export type Letter = Item<Answer<"list_domains">>;
export type Domain = Letter["domains"][number];
export type DomainJob = Item<Answer<"list_domain_jobs">>;
export type SkillHit = Item<Answer<"search_skills">>;
export type Release = Answer<"get_release">;

export type Company = NonNullable<Answer<"get_my_company">["company"]>;
export type CompanyStatus = Company["status"];
export type Recruiter = Item<Answer<"list_recruiters">>;

export type Organisation = Item<Answer<"list_organisations">>;
export type Member = Item<Answer<"list_members">>;
export type OrganisationIdentity = Answer<"get_organisation_identity">;
export type IdentityBody = Body<"update_organisation_identity">;
export type Issuer = Answer<"get_organisation">["issuer"];
export type RegisterCheck = NonNullable<Issuer["siret_check"]>;

export type MySkill = Item<Answer<"list_my_skills">>;
export type Visibility = Answer<"get_visibility">;
export type Consent = Item<Answer<"list_consents">>;
export type BlockedCompany = Item<Answer<"list_blocked_companies">>;
export type Preview = Answer<"preview_my_profile">;

export type SearchRequest = Body<"search_profiles">;
export type SearchPage = Answer<"search_profiles">;
export type Hit = SearchPage["hits"][number];
export type ProfileCard = Preview["hit"];
export type HitSkill = ProfileCard["skills"][number];
export type MatchLine = Hit["match"][number];
export type Coverage = NonNullable<Hit["coverage"]>;
export type Facets = SearchPage["facets"];
export type SavedSearch = Item<Answer<"list_saved_searches">>;
export type SearchCriteria = SavedSearch["search"];
export type CodeChange = SavedSearch["changes"][number];
export type RomeCount = NonNullable<Facets["rome"]>[number];

export type IndexState = Answer<"get_index_state">;
export type CatalogImport = Item<Answer<"list_catalog_imports">>;
export type CatalogSync = Answer<"get_catalog_sync">;
export type CatalogEffect = Answer<"get_catalog_effect">;
export type TouchedGrid = Item<Answer<"list_touched_grids">>;

export type CatalogAlignment = Item<Answer<"list_catalog_alignments">>;
export type AlignmentItem = CatalogEffect["alignment"][number];

export type CatalogNotice = Item<Answer<"list_catalog_notices">>;
export type NoticeDecision = Body<"decide_catalog_notice">["decision"];

export type Grid = Item<Answer<"list_grids">>;
export type TrainingSummary = Item<Answer<"list_trainings">>;
export type Training = Answer<"get_training">;
export type TrainingStatus = Training["status"];
export type TrainingWarning = Training["warnings"][number];
export type TrainingContent = Training["content"];
export type TrainingSkill = TrainingContent["skills"][number];
export type TrainingCourse = TrainingContent["courses"][number];
export type TrainingTexts = TrainingContent["texts"];
export type CatalogDifference = TrainingContent["differences"][number];
export type CatalogDifferenceKind = CatalogDifference["kinds"][number];
export type TrainingBody = Body<"update_training">;
export type Revision = Item<Answer<"list_revisions">>;
export type TrainingChange = Answer<"compare_revisions">["changes"][number];
export type CoveredJob = Answer<"get_coverage">["jobs"][number];
export type Course = Item<Answer<"list_courses">>;
export type CourseBody = Body<"create_course">;
export type Modality = Course["modality"];
export type OwnSkill = Item<Answer<"list_own_skills">>;
export type OwnSkillBody = Body<"create_own_skill">;
export type OwnSkillMatch = Item<Answer<"list_own_skill_matches">>;
export type Suggestions = Answer<"suggest_from_text">;

export type SessionSummary = Item<Answer<"list_sessions">>;
export type TrainingSession = Answer<"get_session">;
export type SessionStatus = TrainingSession["status"];
export type SessionBody = Body<"update_session">;
export type NewSessionBody = Body<"create_session">;
export type SessionCourse = TrainingSession["courses"][number];
export type SessionCoursesBody = Body<"update_session_courses">;
export type SessionTrainer = TrainingSession["trainers"][number];
export type Readiness = Answer<"get_session_readiness">;
export type ReadinessItem = Readiness["items"][number];
export type PlannedHours = Answer<"get_planned_hours">;
export type Slot = Item<Answer<"list_slots">>;
export type SlotDetails = Answer<"get_slot">;
export type SlotBody = Body<"create_slot">;
export type SlotKind = Slot["kind"];
export type HalfDay = Slot["half_days"][number];
export type SlotConflict = SlotDetails["conflicts"][number];
export type GenerationBody = Body<"generate_slots">;
export type GeneratedSlots = Answer<"generate_slots">;
export type Enrolment = Item<Answer<"list_enrolments">>;
export type EnrolmentDetails = Answer<"get_enrolment">;
export type EnrolmentStatus = Enrolment["status"];
export type NewParticipant = Body<"create_enrolment">;
export type ParticipantBody = Body<"update_enrolment">;
export type EnrolmentMove = Body<"move_enrolment">;
export type EnrolmentImport = Answer<"create_enrolment_import">;
export type ImportRow = EnrolmentImport["rows"][number];
export type ImportAction = ImportRow["action"];
export type Resource = Item<Answer<"list_resources">>;
export type ResourceDetails = Answer<"get_resource">;
export type ResourceBody = Body<"create_resource">;
export type ResourceKind = Resource["kind"];
export type SessionRoom = Item<Answer<"list_session_rooms">>;
export type SessionRoomBody = Body<"create_session_room">;
export type SessionQuiz = Item<Answer<"list_session_quizzes">>;
export type SessionQuizBody = Body<"create_session_quiz">;
export type CalendarEntry = Item<Answer<"list_my_calendar">>;
export type MySessionSummary = Item<Answer<"list_my_sessions">>;
export type MySession = Answer<"get_my_session">;
export type SessionInvitation = Item<Answer<"list_my_session_invitations">>;

export type AttendanceSheet = Answer<"get_attendance">;
export type AttendanceRow = AttendanceSheet["rows"][number];
export type AttendanceCell = AttendanceRow["half_days"][number];
export type AttendanceMark = NonNullable<AttendanceCell["mark"]>;
export type AttendanceHalfDay = AttendanceSheet["half_days"][number];
export type AttendanceContest = AttendanceSheet["contests"][number];
export type SheetSeal = AttendanceSheet["seals"][number];
export type HalfDayPart = AttendanceHalfDay["part"];
export type MarkStatus = AttendanceMark["status"];
export type AbsenceReason = NonNullable<AttendanceMark["reason"]>;
export type MarkDraft = Body<"rectify_mark">["mark"];
export type RollCallResult = Answer<"save_marks">;
export type AttendanceQr = Answer<"get_attendance_qr">;
export type LinksSent = Answer<"send_signature_links">;
export type AttendanceExport = "pdf" | "csv" | "xlsx" | "json";
export type MyAttendance = Item<Answer<"list_my_attendance">>;
export type MySlot = MyAttendance["slots"][number];
export type MyHalfDay = MySlot["half_days"][number];
export type SignatureBody = Body<"sign_my_attendance">;
export type RecordSheet = Item<Answer<"list_sheets">>;
export type RecordMark = NonNullable<MyHalfDay["mark"]>;
export type RecordContest = MySlot["contests"][number];
export type RecordTotals = MyAttendance["totals"];
export type SessionTotals = Answer<"get_attendance_totals">;
export type ContestDecisionBody = Body<"decide_contest">;
export type AttendanceAnomaly = Item<Answer<"list_attendance_anomalies">>;
export type EdofLine = Answer<"get_edof_assistant">["lines"][number];
export type AttendanceProof = Item<Answer<"list_attendance_proofs">>;
export type AttendanceProofBody = Body<"create_attendance_proof">;
export type AttendanceThreshold = AttendanceSettings["thresholds"][number];
export type AttendanceSettings = Answer<"get_attendance_settings">;
export type SessionAttendanceSettings = Answer<"get_session_attendance_settings">;
export type Certificate = Item<Answer<"list_certificates">>;
export type CertificateBody = Body<"issue_certificates">;
export type CertificatesIssued = Answer<"issue_certificates">;
export type CertificateReplacementBody = Body<"replace_certificate">;
export type CheckedDocument = Answer<"check_document">;

export type QuestionSummary = Item<Answer<"list_questions">>;
export type QuestionKind = QuestionSummary["kind"];
export type BankQuestion = Answer<"get_question">;
export type QuestionContent = BankQuestion["content"];
export type QuestionBlock = QuestionContent["statement"][number];
export type ExpectedAnswer = QuestionContent["answer"];
export type QuestionBody = Body<"create_question">;
export type QuestionTag = Item<Answer<"list_question_tags">>;
export type QuestionVersion = Item<Answer<"list_question_versions">>;
export type QuestionImport = Answer<"create_question_import">;
export type QuestionImportRow = QuestionImport["rows"][number];
export type QuestionFormat = "gift" | "csv";
export type QuizSummary = Item<Answer<"list_quizzes">>;
export type QuizStatus = QuizSummary["status"];
export type QuizKind = QuizSummary["kind"];
export type Quiz = Answer<"get_quiz">;
export type QuizBody = Body<"create_quiz">;
export type QuizSettings = Quiz["content"]["settings"];
export type QuizRevisionSummary = Item<Answer<"list_quiz_revisions">>;
export type QuizRevision = Answer<"get_quiz_revision">;
export type QuizAttachment = Answer<"get_quiz_attachment">;
export type QuizRulesBody = Body<"update_quiz_rules">;
export type QuizResults = Answer<"get_quiz_results">;
export type QuizPerson = QuizResults["people"][number];
export type QuizAttemptRow = QuizPerson["attempts"][number];
export type QuizAttemptState = QuizAttemptRow["state"];
export type QuizAttemptDetails = Answer<"get_quiz_attempt">;
export type MarkedQuestion = QuizAttemptDetails["questions"][number];
export type QuizStatistics = Answer<"get_quiz_statistics">;
export type QuizItemStatistics = QuizStatistics["items"][number];
export type QuizCopy = Item<Answer<"list_quiz_copies">>;
export type QuizGradeBody = Body<"grade_quiz_answer">;
export type QuizAdjustment = Item<Answer<"list_quiz_adjustments">>;
export type QuizExtraTime = QuizAdjustment["extra_time"];
export type QuizCorrectionPreview = Answer<"preview_quiz_correction">;
export type QuizCorrection = Item<Answer<"list_quiz_corrections">>;
export type MyQuizSummary = Item<Answer<"list_my_quizzes">>;
export type MyQuiz = Answer<"get_my_quiz">;
export type MyQuizAttempt = Answer<"get_my_quiz_attempt">;
export type AskedQuestion = MyQuizAttempt["questions"][number];
export type GivenAnswer = NonNullable<AskedQuestion["answer"]>;
export type KeptAnswers = Answer<"save_quiz_answers">;
export type QuizAnswerBody = NonNullable<Body<"save_quiz_answers">["answers"]>[number];
