//! One error type, one catalogue of codes: RFC 9457 problems with French titles.

use std::borrow::Cow;
use std::time::Duration;

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

macro_rules! codes {
    ($($name:ident = $status:ident, $title:literal;)+) => {
        /// Every error code the API can answer. Wire form: snake case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each code's French title, beside it in the catalogue, says what it means")]
        pub enum Code { $($name,)+ }

        impl Code {
            /// Every code, for the documentation and the tests.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The HTTP status it is answered with.
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)+ }
            }

            /// The sentence people read.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }
    };
}

codes! {
    // The request itself
    InvalidRequest = UNPROCESSABLE_ENTITY, "Certaines informations sont à corriger.";
    MalformedJson = BAD_REQUEST, "Le corps de la requête n’est pas du JSON valide.";
    UnsupportedMediaType = UNSUPPORTED_MEDIA_TYPE, "Le corps de la requête doit être du JSON (application/json).";
    BodyTooLarge = PAYLOAD_TOO_LARGE, "La requête est trop volumineuse.";
    RequestTimeout = REQUEST_TIMEOUT, "La requête a pris trop de temps.";
    MethodNotAllowed = METHOD_NOT_ALLOWED, "Cette méthode n’est pas prévue ici.";
    NotFound = NOT_FOUND, "Cette page ou cet élément n’existe pas.";
    PreconditionRequired = PRECONDITION_REQUIRED, "Cette modification doit dire de quelle version elle part (en-tête If-Match).";
    Stale = PRECONDITION_FAILED, "Quelqu’un d’autre a modifié cet élément entre-temps.";
    InvalidIdempotencyKey = BAD_REQUEST, "L’en-tête Idempotency-Key doit compter de 1 à 255\u{a0}caractères ASCII visibles.";
    IdempotencyKeyReused = UNPROCESSABLE_ENTITY, "Cette clé (en-tête Idempotency-Key) a déjà servi pour une autre requête.";
    IdempotencyKeyRunning = CONFLICT, "La première requête portant cette clé est encore en cours\u{a0}: réessayez dans un instant.";
    IdempotencyOutcomeUnknown = CONFLICT, "Une requête portant cette clé a été interrompue, et l’on ignore si elle a abouti\u{a0}: vérifiez-le avant d’en envoyer une autre, avec une autre clé.";
    IdempotencyAnswerNotKept = CONFLICT, "Une requête portant cette clé a déjà abouti, et sa réponse n’est pas conservée\u{a0}: consultez ce qu’elle a changé.";
    CrossOrigin = FORBIDDEN, "Requête refusée\u{a0}: elle vient d’un autre site.";
    TooManyRequests = TOO_MANY_REQUESTS, "Trop de requêtes\u{a0}: réessayez dans un instant.";
    Overloaded = SERVICE_UNAVAILABLE, "Le service est très sollicité\u{a0}: réessayez dans un instant.";
    Unavailable = SERVICE_UNAVAILABLE, "Le service est momentanément indisponible\u{a0}: réessayez dans un instant.";
    SearchUnavailable = SERVICE_UNAVAILABLE, "La recherche se prépare\u{a0}: réessayez dans un instant.";
    Internal = INTERNAL_SERVER_ERROR, "Une erreur inattendue est survenue. Elle a été enregistrée.";

    // Signing in
    Unauthenticated = UNAUTHORIZED, "Connectez-vous pour continuer.";
    InvalidCredentials = UNAUTHORIZED, "Adresse e-mail ou mot de passe incorrect.";
    TotpRequired = UNAUTHORIZED, "Saisissez le code de votre application d’authentification.";
    InvalidTotp = UNAUTHORIZED, "Ce code n’est pas valable.";
    EmailNotConfirmed = FORBIDDEN, "Confirmez d’abord votre adresse e-mail.";
    TooManyAttempts = TOO_MANY_REQUESTS, "Trop de tentatives\u{a0}: patientez avant de réessayer.";
    InvalidToken = UNPROCESSABLE_ENTITY, "Ce lien n’est plus valable. Demandez-en un nouveau.";
    TotpAlreadyEnabled = CONFLICT, "La double authentification est déjà active.";
    TotpNotStarted = CONFLICT, "Commencez par afficher le secret de la double authentification.";

    // Rights
    Forbidden = FORBIDDEN, "Vous n’avez pas le droit de faire cela.";
    RecruiterRequired = FORBIDDEN, "La recherche est réservée aux recruteurs dont l’entreprise est vérifiée.";
    RecruiterNotVerified = FORBIDDEN, "Votre entreprise n’est pas encore vérifiée.";

    // Control over one’s data
    LastPlatformAdmin = CONFLICT, "La plateforme doit garder au moins un administrateur\u{a0}: nommez-en un autre d’abord.";
    DataExportUnderway = CONFLICT, "Un téléchargement de vos données se prépare déjà.";
    ErasurePlanned = CONFLICT, "Votre compte va être effacé\u{a0}: annulez d’abord l’effacement.";

    // Organisations
    AlreadyMember = CONFLICT, "Cette personne est déjà membre de l’organisme.";
    LastAdmin = CONFLICT, "L’organisme doit garder au moins un administrateur.";
    InvitationForAnother = FORBIDDEN, "Cette invitation a été envoyée à une autre adresse e-mail.";
    OrganisationSuspended = CONFLICT, "L’organisme est suspendu.";
    SiretTaken = CONFLICT, "Un organisme porte déjà ce SIRET.";
    IllegalTransition = CONFLICT, "Cette action n’est pas possible dans l’état actuel.";

    // Files
    EmptyFile = UNPROCESSABLE_ENTITY, "Ce fichier est vide.";
    FileTooLarge = PAYLOAD_TOO_LARGE, "Ce fichier est trop volumineux.";
    FileTypeRefused = UNSUPPORTED_MEDIA_TYPE, "Ce type de fichier n’est pas accepté.";
    FileTypeMismatch = UNPROCESSABLE_ENTITY, "Le contenu de ce fichier ne correspond pas à son nom ou à son type.";
    UnsafeFile = UNPROCESSABLE_ENTITY, "Ce fichier contient du code ou un contenu caché\u{a0}: enregistrez-le autrement.";
    DamagedFile = UNPROCESSABLE_ENTITY, "Ce fichier est abîmé ou incomplet.";
    UploadInterrupted = BAD_REQUEST, "L’envoi du fichier a été interrompu.";
    TooManyUploads = TOO_MANY_REQUESTS, "Attendez la fin des envois en cours.";
    FileQuotaReached = CONFLICT, "L’espace réservé aux fichiers est plein\u{a0}: supprimez-en d’abord.";
    TooManyStagedFiles = CONFLICT, "Trop de fichiers envoyés attendent d’être utilisés\u{a0}: supprimez-en d’abord.";
    FileInUse = CONFLICT, "Ce fichier est utilisé\u{a0}: on ne peut pas le supprimer ici.";
    FileNotChecked = CONFLICT, "Ce fichier n’a pas encore été vérifié par l’antivirus\u{a0}: réessayez dans un instant.";
    FileInfected = GONE, "Ce fichier contenait un virus\u{a0}: il a été détruit.";
    FileLost = GONE, "Ce fichier n’est plus disponible.";
    RangeNotSatisfiable = RANGE_NOT_SATISFIABLE, "Cette partie du fichier n’existe pas.";
    StorageUnavailable = SERVICE_UNAVAILABLE, "Les fichiers sont momentanément indisponibles\u{a0}: réessayez dans un instant.";

    // Trainings
    NothingToPublish = CONFLICT, "Rien n’a changé depuis la dernière publication.";
    OwnSkillTaken = CONFLICT, "L’organisme a déjà une compétence de ce nom.";
    InUse = CONFLICT, "Une formation s’en sert\u{a0}: on ne peut pas le supprimer.";

    // Sessions
    SessionHasPeople = CONFLICT, "Des personnes sont inscrites\u{a0}: annulez la session plutôt que de la supprimer.";
    NotReady = CONFLICT, "La session n’est pas prête\u{a0}: complétez-la, ou dites pourquoi elle commence quand même.";
    SheetsOpen = CONFLICT, "Des feuilles d’émargement ne sont pas closes.";
    SlotsToCome = CONFLICT, "Des créneaux sont encore à venir.";
    SlotTwice = CONFLICT, "La session a déjà ce créneau.";
    SlotHasAttendance = CONFLICT, "Ce créneau porte des émargements\u{a0}: ses horaires se rectifient, avec une raison.";
    SlotWithoutAttendance = CONFLICT, "Ce créneau ne porte aucun émargement\u{a0}: modifiez-le simplement.";
    SlotSealed = CONFLICT, "La feuille de ce créneau est scellée\u{a0}: ce qu’elle porte se rectifie, avec une raison.";
    SheetSealed = CONFLICT, "La feuille de ce créneau est close\u{a0}: il a eu lieu, et ne s’annule plus.";
    TooManySlots = CONFLICT, "Une session compte au plus 1 000 créneaux.";
    AlreadyEnrolled = CONFLICT, "Cette personne est déjà inscrite à la session.";
    SessionFull = CONFLICT, "Toutes les places sont prises.";
    EnrolmentHasAttendance = CONFLICT, "Cette personne a déjà émargé\u{a0}: notez son départ plutôt que d’annuler son inscription.";
    AlreadyJoined = CONFLICT, "Cette inscription est déjà rattachée à un autre compte.";
    BothHaveAttendance = CONFLICT, "Cette personne a émargé sous ses deux inscriptions\u{a0}: elles ne peuvent pas être réunies.";
    ImportHasErrors = CONFLICT, "Des lignes du fichier sont en erreur\u{a0}: corrigez-les, ou confirmez sans elles.";
    TrainerOfSession = CONFLICT, "Vous formez dans cette session\u{a0}: vous ne pouvez pas aussi y participer.";
    RoomNameTaken = CONFLICT, "La session a déjà un salon de ce nom.";
    UsualRoom = CONFLICT, "Ce salon existe dans toutes les sessions\u{a0}: il se renomme, mais ne se supprime pas.";

    // Attendance
    SheetIncomplete = CONFLICT, "La feuille n’est pas complète.";
    SheetContested = CONFLICT, "Une feuille est contestée\u{a0}: décidez d’abord de la contestation.";
    SlotCancelled = CONFLICT, "Ce créneau est annulé.";
    SigningNotOpen = CONFLICT, "La signature ouvre au début de la demi-journée.";
    SigningOver = CONFLICT, "Le délai de signature est passé\u{a0}: le formateur peut le rouvrir.";
    LinkOver = GONE, "Ce lien n’est plus valable\u{a0}: on ne signe plus ce créneau.";
    AlreadySigned = CONFLICT, "Cette demi-journée est déjà signée.";
    MarkedOtherwise = CONFLICT, "Le formateur vous a noté autrement\u{a0}: adressez-vous à lui.";
    QrExpired = CONFLICT, "Ce code a changé\u{a0}: scannez celui qui est affiché.";
    NotPresent = CONFLICT, "Votre présence n’est pas enregistrée\u{a0}: scannez d’abord à l’entrée.";
    ContestOver = CONFLICT, "Le délai de contestation de sept jours est passé.";
    AlreadyContested = CONFLICT, "Vous contestez déjà cette demi-journée.";
    AlreadyDecided = CONFLICT, "Cette contestation est déjà décidée.";
    NothingClosed = CONFLICT, "Aucune feuille close\u{a0}: rien ne peut être attesté.";
    NotOver = CONFLICT, "Ce document s’établit une fois la session clôturée.";
    AlreadyReplaced = CONFLICT, "Ce document est déjà remplacé.";
    AlreadyWithdrawn = CONFLICT, "Cet élément est déjà retiré.";
    RetentionOver = CONFLICT, "La durée de conservation est passée.";

    // Quizzes
    QuizHasAttempts = CONFLICT, "Des personnes ont commencé ce quiz\u{a0}: il ne s’enlève plus, et ne change que pour une révision plus récente.";
    QuizNotOpen = CONFLICT, "Ce quiz n’est pas encore ouvert.";
    QuizClosed = CONFLICT, "Ce quiz est fermé.";
    NoAttemptLeft = CONFLICT, "Il ne vous reste plus de tentative.";
    AttemptOver = CONFLICT, "Le temps est écoulé\u{a0}: ce qui était enregistré a été remis.";
    OwnAttempt = FORBIDDEN, "On ne corrige ni n’aménage ses propres quiz.";
    NamesHidden = CONFLICT, "Les noms sont masqués tant que cette copie n’est pas corrigée.";
    NotGradedByHand = CONFLICT, "Cette réponse n’est pas corrigée à la main.";
    GradedByHand = CONFLICT, "Les réponses à cette question sont corrigées à la main.";
    CompanyPaused = CONFLICT, "Cette entreprise ne peut pas recevoir de réponse pour le moment.";
    SignalsNotCounted = CONFLICT, "Ce test ne compte ni les changements d’onglet ni les collages.";
    QuizInvitationQuotaReached = CONFLICT, "Cet envoi dépasse les 50\u{a0}invitations permises en un jour.";

    // Companies
    AlreadyRecruiter = CONFLICT, "Vous représentez déjà une entreprise.";
    CompanyNotActive = CONFLICT, "L’établissement n’est pas en activité au répertoire Sirene.";
    AlreadyColleague = CONFLICT, "Cette personne représente déjà votre entreprise.";
    LastCompanyAdmin = CONFLICT, "L’entreprise doit garder au moins un administrateur\u{a0}: nommez-en d’abord un autre.";
    TooManyInvitations = CONFLICT, "Cinquante invitations attendent déjà une réponse\u{a0}: retirez-en une d’abord.";

    // Recruiters
    SearchQuotaReached = TOO_MANY_REQUESTS, "Vous avez fait toutes les recherches permises en une heure.";
    ResultQuotaReached = TOO_MANY_REQUESTS, "Vos recherches ont montré toutes les personnes permises en une heure.";
    ProfileQuotaReached = TOO_MANY_REQUESTS, "Vous avez ouvert tous les profils permis en un jour.";
    TooManySavedSearches = CONFLICT, "Vous avez déjà 100 recherches enregistrées\u{a0}: supprimez-en une d’abord.";
    TooManyLists = CONFLICT, "Votre entreprise a déjà 500\u{a0}listes\u{a0}: supprimez-en une d’abord.";
    ListFull = CONFLICT, "Une liste compte au plus 1\u{a0}000\u{a0}personnes.";
    TooManyExclusions = CONFLICT, "Votre entreprise a déjà exclu 5\u{a0}000\u{a0}personnes\u{a0}: réadmettez-en d’abord.";
    TooManyNotes = CONFLICT, "Votre entreprise a déjà 100\u{a0}notes sur cette personne\u{a0}: supprimez-en une d’abord.";

    // Rooms
    RoomClosed = CONFLICT, "Ce salon est fermé\u{a0}: il se lit encore, mais on n’y écrit plus.";
    RoomOver = CONFLICT, "Ce salon vient d’être supprimé\u{a0}: un mois s’est écoulé sans message. Le vôtre n’a pas été envoyé.";
    RoomPaused = CONFLICT, "Ce salon est en lecture seule\u{a0}: l’entreprise ou la personne n’est plus joignable ici.";
    RoomReadOnly = CONFLICT, "Ce salon est en lecture seule\u{a0}: la session est terminée depuis plus de 30\u{a0}jours.";
    Silenced = FORBIDDEN, "Vous ne pouvez pas écrire dans ce salon pendant 24\u{a0}heures.";
    StaffWrites = FORBIDDEN, "Dans ce salon, seule l’équipe de la session écrit.";
    TooManyMessages = TOO_MANY_REQUESTS, "Vous écrivez trop vite\u{a0}: attendez un instant.";
    EditOver = CONFLICT, "Un message se modifie pendant dix minutes\u{a0}: ce délai est passé.";
    OwnMessage = FORBIDDEN, "On ne signale ni ne juge ses propres messages.";
    AlreadyReported = CONFLICT, "Vous avez déjà signalé ce message.";
    NotPrivate = CONFLICT, "Ce salon est celui d’une session\u{a0}: il suit la session.";
    TooManyBlockedPeople = CONFLICT, "Vous bloquez déjà 500\u{a0}personnes\u{a0}: débloquez-en une d’abord.";

    // Offers
    TooManyOfferDrafts = CONFLICT, "Vous avez déjà 100 brouillons d’offres\u{a0}: supprimez-en un d’abord.";
    OfferQuotaReached = CONFLICT, "Cet envoi dépasse le nombre d’offres permises en un jour.";
    NobodyToSendTo = CONFLICT, "Aucune des personnes choisies ne peut recevoir cette offre pour le moment.";
    OfferPaused = CONFLICT, "Cette offre est suspendue\u{a0}: l’entreprise ne peut pas recruter en ce moment.";
    UndoOver = CONFLICT, "Le délai de dix minutes pour revenir sur votre réponse est passé.";
    NothingToWithdraw = CONFLICT, "Plus personne n’attend pour répondre à cette offre.";
    AlreadyReminded = CONFLICT, "Cette personne a déjà été relancée.";
    TooEarlyToRemind = CONFLICT, "On relance une personne dix jours après l’envoi, au plus tôt.";

    // Administration
    RebuildRunning = CONFLICT, "Une reconstruction de l’index est déjà demandée.";
    ImportRunning = CONFLICT, "Une mise à jour du référentiel est déjà demandée.";
    DownloadsOff = CONFLICT, "Le téléchargement du référentiel est désactivé sur ce serveur.";

    // Catalogue
    CertificationsNotLoaded = NOT_FOUND, "La table des certifications n’est pas encore chargée sur ce serveur.";

    // Passport
    SkillRetired = CONFLICT, "Cette compétence n’est plus au référentiel\u{a0}: choisissez-en une autre.";
    TooManySkills = CONFLICT, "Un carnet compte au plus 300 compétences déclarées.";
    SelfValidation = FORBIDDEN, "On ne peut pas valider ses propres compétences.";
    TooManyExperiences = CONFLICT, "Un carnet compte au plus 200\u{a0}expériences.";
    TooManyProofs = CONFLICT, "Une expérience compte au plus 10\u{a0}pièces.";
    NoUsableProof = CONFLICT, "Joignez d’abord une pièce, et attendez qu’elle soit vérifiée.";
    ProofUnusable = CONFLICT, "Cette pièce ne peut pas être utilisée\u{a0}: envoyez-la à nouveau, ou une autre.";
    ProofRemoved = GONE, "Cette pièce a été retirée par son titulaire.";
    AlreadySubmitted = CONFLICT, "Cet organisme examine déjà cette expérience.";
    TooManySubmissions = CONFLICT, "Cette expérience a déjà été présentée cinq fois à cet organisme.";
    ExperienceExpired = CONFLICT, "La validité de cette expérience est passée\u{a0}: rien ne peut plus en être attesté.";
    TooManyExports = CONFLICT, "Vous avez déjà demandé beaucoup d’exports\u{a0}: attendez qu’ils soient prêts, ou revenez demain.";
    ExportNotReady = CONFLICT, "Cet export n’est pas encore prêt.";
    ExportErased = GONE, "Le fichier de cet export est effacé\u{a0}: demandez-en un autre.";
    TooManyShares = CONFLICT, "Vous avez déjà 50 liens de partage en cours\u{a0}: révoquez-en un d’abord.";
    AlreadyImported = CONFLICT, "Ce fichier est déjà dans votre carnet.";
    TooManyImports = CONFLICT, "Vous avez déjà importé 100 fichiers\u{a0}: retirez-en un d’abord.";
    BadgeNotAwarded = CONFLICT, "Seule une validation en vigueur donne un badge.";
    SharePasswordRequired = FORBIDDEN, "Ce lien demande un mot de passe.";
    AlreadyRevoked = CONFLICT, "Cette validation est déjà révoquée ou remplacée.";
    AlreadyWaiting = CONFLICT, "Une proposition attend déjà une seconde personne pour cette compétence.";
    SecondPersonRequired = FORBIDDEN, "Une autre personne doit confirmer ce que vous avez proposé.";
    ReplyWaiting = CONFLICT, "Votre réponse précédente attend encore celle de l’organisme.";
    TooManyBlockedCompanies = CONFLICT, "Vous bloquez déjà 200 entreprises\u{a0}: débloquez-en une d’abord.";
    TooManyChosenCompanies = CONFLICT, "Vous avez déjà choisi 200 entreprises\u{a0}: retirez-en une d’abord.";
    ShareEnded = FORBIDDEN, "Information retirée\u{a0}: elle n’est plus partagée avec vous.";
    StalePolicy = CONFLICT, "Le texte du consentement a changé\u{a0}: relisez-le avant de confirmer.";
}

/// What is wrong with one field of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// JSON pointer to the field, e.g. `/criteria/0/skill`. Empty for the whole body.
    pub pointer: String,
    /// Stable code of the fault, e.g. `too_long`.
    pub code: Cow<'static, str>,
    /// French sentence for people.
    pub message: Cow<'static, str>,
}

impl FieldError {
    /// A fault of one field.
    pub fn new(
        pointer: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { pointer: pointer.into(), code: code.into(), message: message.into() }
    }
}

/// Collects the faults of a request, so that people see all of them at once.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldError>);

impl Fields {
    /// Keeps the value, or notes its fault.
    pub fn check<T>(&mut self, result: Result<T, FieldError>) -> Option<T> {
        result.map_err(|fault| self.0.push(fault)).ok()
    }

    /// Notes a fault.
    pub fn push(&mut self, fault: FieldError) {
        self.0.push(fault);
    }

    /// Fails with every fault noted.
    pub fn finish(self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }

    /// Every fault noted, for a request of several parts that are told apart.
    pub fn into_faults(self) -> Vec<FieldError> {
        self.0
    }
}

/// Why a request is refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Fields of the request are wrong.
    #[error("invalid request: {0:?}")]
    Invalid(Vec<FieldError>),
    /// Refused with a code of the catalogue.
    #[error("refused: {0:?}")]
    Refused(Code),
    /// The state machine refuses; people are told the current state.
    #[error("refused: {code:?} in state {current_state}")]
    IllegalState {
        /// The refusal.
        code: Code,
        /// The state it is in.
        current_state: &'static str,
    },
    /// The change starts from an older version; people are shown the current state.
    #[error("refused: the change starts from an older version")]
    Stale(serde_json::Value),
    /// Refused because of what is there; people are shown it.
    #[error("refused: {code:?}")]
    Blocked {
        /// The refusal.
        code: Code,
        /// What stands in the way.
        current: serde_json::Value,
    },
    /// Refused for a while.
    #[error("refused: {code:?}, retry after {retry_after:?}")]
    RetryAfter {
        /// The refusal.
        code: Code,
        /// When to come back.
        retry_after: Duration,
    },
    /// The database refused or failed.
    #[error(transparent)]
    Database(sqlx::Error),
    /// Anything else: a fault of ours. Logged once, never shown.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl Error {
    /// Unknown, or not to be seen by this person: the same answer.
    pub fn not_found() -> Self {
        Self::Refused(Code::NotFound)
    }

    /// Visible, but not allowed.
    pub fn forbidden() -> Self {
        Self::Refused(Code::Forbidden)
    }

    /// Refused because of what is already there.
    pub fn conflict(code: Code) -> Self {
        Self::Refused(code)
    }

    /// One wrong field.
    pub fn field(
        pointer: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code, message)])
    }

    /// The state machine's refusal.
    pub fn illegal_state(current_state: &'static str) -> Self {
        Self::IllegalState { code: Code::IllegalTransition, current_state }
    }

    /// Refused because of what is there, which people are shown.
    pub fn blocked(code: Code, current: &impl Serialize) -> Self {
        match serde_json::to_value(current) {
            Ok(current) => Self::Blocked { code, current },
            Err(error) => Self::Internal(error.into()),
        }
    }

    /// The name of the constraint the database found violated.
    pub fn violated_constraint(&self) -> Option<&str> {
        match self {
            Self::Database(error) => error.as_database_error()?.constraint(),
            _ => None,
        }
    }

    /// The code it is answered with.
    pub fn code(&self) -> Code {
        match self {
            Self::Invalid(_) => Code::InvalidRequest,
            Self::Refused(code)
            | Self::IllegalState { code, .. }
            | Self::Blocked { code, .. }
            | Self::RetryAfter { code, .. } => *code,
            Self::Stale(_) => Code::Stale,
            Self::Database(error) if is_unavailable(error) => Code::Unavailable,
            Self::Internal(failure) if is_from_the_database(failure) => Code::Unavailable,
            Self::Database(_) | Self::Internal(_) => Code::Internal,
        }
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::Refused(code)
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

/// Whether a failure comes from PostgreSQL being away, however deep it is wrapped.
fn is_from_the_database(failure: &anyhow::Error) -> bool {
    failure.chain().filter_map(|cause| cause.downcast_ref()).any(is_unavailable)
}

/// Whether PostgreSQL is away, stopping or saturated, or let somebody else go first, rather than our statement wrong: the
/// same request, asked again, may be answered.
fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::Io(_)
        | sqlx::Error::WorkerCrashed => true,
        // 08 connection, 40 rolled back for another's sake (deadlock), 53 resources, 55P03 lock timeout, 57 operator
        // intervention (shutdown, timeout).
        sqlx::Error::Database(db) => db.code().is_some_and(|code| {
            ["08", "40", "53", "57"].iter().any(|class| code.starts_with(class)) || code == "55P03"
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn a_database_that_is_away_is_no_fault_of_ours_however_deep_it_is_wrapped() {
        let away = || Err::<(), _>(sqlx::Error::PoolTimedOut);
        let wrapped = away().context("the index").context("its state").unwrap_err();
        assert_eq!(Error::from(wrapped).code(), Code::Unavailable);
        assert_eq!(Error::from(away().unwrap_err()).code(), Code::Unavailable);
        assert_eq!(Error::from(anyhow::anyhow!("a fault")).code(), Code::Internal);
        assert_eq!(Error::from(anyhow::Error::from(sqlx::Error::RowNotFound)).code(), Code::Internal);
    }
}
