//! Who an organisation says it is, beside what the public registers say of it. Pure: the two are kept apart, and compared
//! when they are read.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::certificate::{ActionKind, Certificate, parse_certificates};
use super::texts::{parse_nda, parse_organisation_name};
use crate::platform::http::{Error, Fields};
use crate::platform::siret::Siret;
use crate::registers::RegisterState;

/// What an organisation declares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Its legal name (raison sociale).
    pub legal_name: Option<String>,
    /// Its establishment number.
    pub siret: Option<String>,
    /// Its declaration of activity number.
    pub nda: Option<String>,
    /// Whether it says that it holds the Qualiopi certification.
    pub claims_qualiopi: bool,
    /// For which kinds of action, and from when to when; none where it does not say.
    pub certificates: Vec<Certificate>,
}

impl Declared {
    /// Reads what was typed; blank is nothing. Every fault is told at once.
    pub fn parse(
        (legal_name, siret, nda): (Option<&str>, Option<&str>, Option<&str>),
        (claims_qualiopi, certificates): (bool, &[Certificate]),
    ) -> Result<Self, Error> {
        let mut fields = Fields::default();
        let name =
            given(legal_name).and_then(|text| fields.check(parse_organisation_name("/legal_name", text)));
        let siret = given(siret).and_then(|text| fields.check(Siret::from_field(text, "/siret")));
        let nda = given(nda).and_then(|text| fields.check(parse_nda("/nda", text)));
        let certificates = parse_certificates(certificates, &mut fields);
        fields.finish()?;
        let siret = siret.map(|siret| siret.to_string());
        Ok(Self { legal_name: name, siret, nda, claims_qualiopi, certificates })
    }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// What the registers last said of the SIRET declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Of the establishment.
    pub state: RegisterState,
    /// Its name there; absent when masked.
    pub name: Option<String>,
    /// The source that said so.
    pub source: Option<String>,
    /// When it did.
    pub checked_at: Option<DateTime<Utc>>,
    /// Of the training its legal unit gives; absent while no register told.
    pub training: Option<Training>,
    /// When they are asked again.
    pub next_check_at: DateTime<Utc>,
    /// Checks in a row without a whole answer.
    pub failed_checks: i32,
}

/// What the registers last said of the training a legal unit gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training {
    /// Whether it declared to be a training organisation.
    pub is_declared: bool,
    /// Whether it holds the Qualiopi certification.
    pub is_qualiopi: bool,
    /// The numbers of its declarations of activity.
    pub ndas: Vec<String>,
    /// When a register told.
    pub checked_at: DateTime<Utc>,
}

impl Recorded {
    /// How long after a whole answer the registers are asked again: a week while they know everything that can be shown, a
    /// day otherwise, so that what was put right there is soon seen here.
    pub fn next_check_after(state: RegisterState, is_declared: bool, is_qualiopi: bool) -> Duration {
        let knows_all = state == RegisterState::Active && is_declared && is_qualiopi;
        Duration::days(if knows_all { 7 } else { 1 })
    }
}

/// What the registers say of one thing an organisation declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = RegisterCheck)]
pub enum Check {
    /// Nothing yet, or nothing that can be told from them.
    Unverified,
    /// The same.
    Confirmed,
    /// Something else.
    Contradicted,
}

/// Where the identity of an organisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = IdentityStanding)]
pub enum Standing {
    /// The SIRET or the number of the declaration of activity is missing.
    Incomplete,
    /// The registers have not told everything yet.
    Unverified,
    /// They say what the organisation says.
    Confirmed,
    /// They say otherwise somewhere.
    Contradicted,
}

/// Where the registers say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = IdentityContradiction)]
pub enum Contradiction {
    /// The establishment is closed, or its legal unit has ceased.
    SiretClosed,
    /// No establishment has this SIRET.
    SiretUnknown,
    /// The legal unit is not among the training organisations.
    NotATrainingOrganisation,
    /// It is, under other numbers.
    NdaNotListed,
    /// It does not hold the certification.
    NotQualiopi,
}

/// The identity of an organisation: both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Raised by every write.
    pub version: i32,
    /// What people know it by.
    pub name: String,
    /// What it declares.
    pub declared: Declared,
    /// What the registers say; nothing without a SIRET.
    pub recorded: Option<Recorded>,
}

impl Identity {
    /// What the register says of the SIRET; nothing when none is declared.
    pub fn siret_check(&self) -> Option<Check> {
        self.declared.siret.as_ref()?;
        Some(match self.recorded.as_ref().map_or(RegisterState::Unknown, |recorded| recorded.state) {
            RegisterState::Unknown => Check::Unverified,
            RegisterState::Active => Check::Confirmed,
            RegisterState::Closed | RegisterState::NotFound => Check::Contradicted,
        })
    }

    /// What the registers say of the declaration number; nothing when none is declared.
    pub fn nda_check(&self) -> Option<Check> {
        let nda = self.declared.nda.as_ref()?;
        Some(self.training_check(|training| training.ndas.contains(nda)))
    }

    /// What the registers say of the certification; nothing when the organisation claims none.
    pub fn qualiopi_check(&self) -> Option<Check> {
        self.declared.claims_qualiopi.then(|| self.training_check(|training| training.is_qualiopi))
    }

    /// What hangs on a SIRET that the register does not confirm is neither confirmed nor contradicted.
    fn training_check(&self, holds: impl Fn(&Training) -> bool) -> Check {
        match (self.siret_check(), self.training()) {
            (Some(Check::Confirmed), Some(training)) if holds(training) => Check::Confirmed,
            (Some(Check::Confirmed), Some(_)) => Check::Contradicted,
            _ => Check::Unverified,
        }
    }

    fn training(&self) -> Option<&Training> {
        self.recorded.as_ref()?.training.as_ref()
    }

    /// When the registers last told what is shown of them.
    pub fn told_at(&self) -> Option<DateTime<Utc>> {
        let recorded = self.recorded.as_ref()?;
        recorded.training.as_ref().map(|training| training.checked_at).or(recorded.checked_at)
    }

    /// Everything that the registers say otherwise.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let state = self.recorded.as_ref().map(|recorded| recorded.state);
        let siret = match state {
            Some(RegisterState::Closed) => Some(Contradiction::SiretClosed),
            Some(RegisterState::NotFound) => Some(Contradiction::SiretUnknown),
            Some(RegisterState::Active | RegisterState::Unknown) | None => None,
        };
        let nda = (self.nda_check() == Some(Check::Contradicted)).then(|| {
            let trains = self.training().is_some_and(|training| training.is_declared);
            if trains { Contradiction::NdaNotListed } else { Contradiction::NotATrainingOrganisation }
        });
        let is_refuted = self.qualiopi_check() == Some(Check::Contradicted);
        let qualiopi = is_refuted.then_some(Contradiction::NotQualiopi);
        [siret, nda, qualiopi].into_iter().flatten().collect()
    }

    /// Where it stands.
    pub fn standing(&self) -> Standing {
        let checks = [self.siret_check(), self.nda_check(), self.qualiopi_check()];
        if checks.contains(&Some(Check::Contradicted)) {
            Standing::Contradicted
        } else if self.declared.siret.is_none() || self.declared.nda.is_none() {
            Standing::Incomplete
        } else if checks.contains(&Some(Check::Unverified)) {
            Standing::Unverified
        } else {
            Standing::Confirmed
        }
    }

    /// The kinds of action it is certified for that day, by what it declares; nothing where by its own dates none is left.
    fn certified_for(&self, on: NaiveDate) -> Option<Vec<ActionKind>> {
        let declared = &self.declared.certificates;
        let valid: Vec<_> = declared.iter().filter(|one| one.holds(on)).map(|one| one.category).collect();
        (declared.is_empty() || !valid.is_empty()).then_some(valid)
    }

    /// How it signs what it issues that day.
    pub fn issuer(self, on: NaiveDate) -> Issuer {
        let (siret_check, nda_check) = (self.siret_check(), self.nda_check());
        let certified_for = self.certified_for(on);
        let qualiopi = self.qualiopi_check().filter(|_| certified_for.is_some());
        let qualiopi_categories =
            certified_for.filter(|_| qualiopi == Some(Check::Confirmed)).unwrap_or_default();
        let checked_at = self.told_at();
        let Declared { legal_name, siret, nda, .. } = self.declared;
        Issuer {
            name: self.name,
            legal_name,
            siret,
            siret_check,
            nda,
            nda_check,
            qualiopi,
            qualiopi_categories,
            checked_at,
        }
    }
}

/// An organisation as it stands on what it issues: what it says, and which of it the registers confirm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Issuer {
    /// What people know it by.
    pub name: String,
    /// Its legal name (raison sociale).
    pub legal_name: Option<String>,
    /// Its establishment number.
    pub siret: Option<String>,
    /// What the register says of it; null without one.
    pub siret_check: Option<Check>,
    /// Its declaration of activity number.
    pub nda: Option<String>,
    /// What the registers say of it; null without one.
    pub nda_check: Option<Check>,
    /// What the registers say of the Qualiopi certification; null when it claims none, or none of that day.
    pub qualiopi: Option<Check>,
    /// The kinds of action it is certified for, as it declares; only where the registers confirm the certification.
    pub qualiopi_categories: Vec<ActionKind>,
    /// When they last told.
    pub checked_at: Option<DateTime<Utc>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const NDA: &str = "11755432175";

    fn at() -> DateTime<Utc> {
        "2026-03-03T08:00:00Z".parse().unwrap()
    }

    fn recorded(state: RegisterState, training: Option<(bool, bool, &[&str])>) -> Recorded {
        let training = training.map(|(is_declared, is_qualiopi, ndas)| Training {
            is_declared,
            is_qualiopi,
            ndas: ndas.iter().map(|&nda| nda.to_owned()).collect(),
            checked_at: at(),
        });
        let checked_at = (state != RegisterState::Unknown).then(at);
        let (name, source, next_check_at) = (None, None, at());
        Recorded { state, name, source, checked_at, training, next_check_at, failed_checks: 0 }
    }

    fn identity(nda: Option<&str>, claims_qualiopi: bool, recorded: Recorded) -> Identity {
        let (siret, nda) = (Some("73282932000074".to_owned()), nda.map(str::to_owned));
        let declared = Declared { legal_name: None, siret, nda, claims_qualiopi, certificates: vec![] };
        Identity { version: 1, name: "Atelier".to_owned(), declared, recorded: Some(recorded) }
    }

    #[test]
    fn every_answer_of_the_registers_has_its_standing() {
        use Check::{Confirmed as Yes, Contradicted as No, Unverified as Open};
        use Contradiction::{NdaNotListed, NotATrainingOrganisation, NotQualiopi, SiretClosed, SiretUnknown};
        use RegisterState::{Active, Closed, NotFound, Unknown};
        use Standing::{Confirmed, Contradicted, Unverified};
        let all: Option<(bool, bool, &[&str])> = Some((true, true, &["84691234567", NDA]));
        let table: [(_, _, _, Standing, &[Contradiction]); 9] = [
            (Active, all, [Yes, Yes, Yes], Confirmed, &[]),
            (Active, Some((true, false, &[NDA])), [Yes, Yes, No], Contradicted, &[NotQualiopi]),
            (Active, Some((true, true, &["84691234567"])), [Yes, No, Yes], Contradicted, &[NdaNotListed]),
            (
                Active,
                Some((false, false, &[])),
                [Yes, No, No],
                Contradicted,
                &[NotATrainingOrganisation, NotQualiopi],
            ),
            // A source that only knows establishments.
            (Active, None, [Yes, Open, Open], Unverified, &[]),
            (Unknown, None, [Open, Open, Open], Unverified, &[]),
            (Closed, all, [No, Open, Open], Contradicted, &[SiretClosed]),
            (Closed, Some((false, false, &[])), [No, Open, Open], Contradicted, &[SiretClosed]),
            (NotFound, None, [No, Open, Open], Contradicted, &[SiretUnknown]),
        ];
        for (state, training, checks, standing, contradictions) in table {
            let identity = identity(Some(NDA), true, recorded(state, training));
            let told = [identity.siret_check(), identity.nda_check(), identity.qualiopi_check()];
            assert_eq!(told, checks.map(Some), "{state:?} {training:?}");
            assert_eq!(identity.standing(), standing, "{state:?} {training:?}");
            assert_eq!(identity.contradictions(), contradictions, "{state:?} {training:?}");
        }
    }

    #[test]
    fn what_is_not_claimed_is_not_checked() {
        let silent = identity(Some(NDA), false, recorded(RegisterState::Active, Some((true, false, &[NDA]))));
        assert_eq!((silent.qualiopi_check(), silent.standing()), (None, Standing::Confirmed));
        // Certified, and not saying so: nothing is shown.
        let modest = identity(Some(NDA), false, recorded(RegisterState::Active, Some((true, true, &[NDA]))));
        assert_eq!(modest.issuer(at().date_naive()).qualiopi, None);
    }

    #[test]
    fn without_its_numbers_an_identity_is_incomplete_unless_it_is_contradicted() {
        let active = || recorded(RegisterState::Active, Some((false, false, &[])));
        assert_eq!(identity(None, false, active()).standing(), Standing::Incomplete);
        assert_eq!(identity(None, true, active()).standing(), Standing::Contradicted);
        let mut nameless = identity(Some(NDA), true, active());
        (nameless.declared.siret, nameless.recorded) = (None, None);
        assert_eq!(nameless.standing(), Standing::Incomplete);
        assert_eq!((nameless.siret_check(), nameless.nda_check()), (None, Some(Check::Unverified)));
    }

    #[test]
    fn an_issuer_bears_the_date_of_what_it_shows() {
        let told = Some((true, true, &[NDA][..]));
        let mut later = recorded(RegisterState::Active, told);
        later.checked_at = Some(at() + Duration::days(3));
        assert_eq!(identity(Some(NDA), true, later).issuer(at().date_naive()).checked_at, Some(at()));
        let open = identity(Some(NDA), true, recorded(RegisterState::Unknown, None));
        assert_eq!(open.issuer(at().date_naive()).checked_at, None);
    }

    #[test]
    fn an_issuer_names_the_kinds_of_action_that_are_valid_that_day_and_confirmed() {
        use ActionKind::{SkillsAssessment, Training};
        let certificate = |category, from: &str, until: &str| Certificate {
            category,
            valid_from: from.parse().unwrap(),
            valid_until: until.parse().unwrap(),
        };
        let told = |is_qualiopi: bool, certificates: Vec<Certificate>, on: &str| {
            let training = Some((true, is_qualiopi, &[NDA][..]));
            let mut identity = identity(Some(NDA), true, recorded(RegisterState::Active, training));
            identity.declared.certificates = certificates;
            let issuer = identity.issuer(on.parse().unwrap());
            (issuer.qualiopi, issuer.qualiopi_categories)
        };
        let both = || {
            let assessment = certificate(SkillsAssessment, "2026-03-03", "2029-03-02");
            vec![certificate(Training, "2024-01-01", "2026-12-31"), assessment]
        };
        let (yes, no) = (Some(Check::Confirmed), Some(Check::Contradicted));
        assert_eq!(told(true, both(), "2026-03-02"), (yes, vec![Training]));
        assert_eq!(told(true, both(), "2026-03-03"), (yes, vec![Training, SkillsAssessment]));
        assert_eq!(told(true, both(), "2027-01-01"), (yes, vec![SkillsAssessment]));
        assert_eq!(told(true, both(), "2029-03-03"), (None, vec![]), "by its own dates it holds none");
        assert_eq!(told(true, vec![], "2026-03-03"), (yes, vec![]), "nothing is said of kinds");
        assert_eq!(told(false, both(), "2026-03-03"), (no, vec![]), "the register knows of none");
    }

    #[test]
    fn what_is_missing_in_a_register_is_looked_for_every_day() {
        let days =
            |state, declared, qualiopi| Recorded::next_check_after(state, declared, qualiopi).num_days();
        assert_eq!(days(RegisterState::Active, true, true), 7);
        assert_eq!(days(RegisterState::Active, true, false), 1);
        assert_eq!(days(RegisterState::Active, false, false), 1);
        assert_eq!(days(RegisterState::Closed, true, true), 1);
    }

    #[test]
    fn what_is_typed_is_read_and_every_fault_told() {
        let read =
            Declared::parse((Some(" Atelier SAS "), Some("732 829 320 00074"), Some(" ")), (true, &[]));
        let expected = Declared {
            legal_name: Some("Atelier SAS".to_owned()),
            siret: Some("73282932000074".to_owned()),
            nda: None,
            claims_qualiopi: true,
            certificates: vec![],
        };
        assert_eq!(read.unwrap(), expected);
        match Declared::parse((Some("A"), Some("73282932000079"), Some("12")), (false, &[])) {
            Err(Error::Invalid(faults)) => {
                let told: Vec<_> = faults.iter().map(|f| (f.pointer.as_str(), f.code.as_ref())).collect();
                let expected =
                    [("/legal_name", "too_short"), ("/siret", "siret_checksum"), ("/nda", "nda_format")];
                assert_eq!(told, expected);
            }
            other => panic!("{other:?}"),
        }
    }
}
