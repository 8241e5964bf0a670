//! A passport as it is printed: the same content, laid out for people.

use std::collections::BTreeMap;

use carnet_documents::Verification;
use carnet_documents::passport::{
    Authenticity, EntryState, ExperienceState, ExternalSkill, HeldLevel, JudgedSkill, Outcome,
    PassportDocument, PassportEntry, PassportEvidence, PassportExperience, PassportExternal, PassportHolder,
    PassportJudgement, PassportOrganisation, PassportProof, PassportScope, PassportSkill,
};
use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::Paris;

use super::{
    Audience, Experience, ExternalEntry, ExternalKind, Grid, Judgement, Organisation, Passport, ReplyAuthor,
    Standing, Submission, SummaryLine, Validation,
};
use crate::ids::GridId;

/// The page where a passport is checked without a connection, below the platform's address.
const OFFLINE: &str = "/verifier-hors-ligne";

/// The date in Paris of an instant as exports write it.
fn day(instant: &str) -> NaiveDate {
    let read = DateTime::parse_from_rfc3339(instant).map(|at| at.with_timezone(&Paris).date_naive());
    read.unwrap_or_default()
}

fn words(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// Lays out a passport that this key signs.
pub fn printed(passport: &Passport, key_id: &str) -> PassportDocument {
    let grids: BTreeMap<(GridId, i32), &Grid> =
        passport.grids.iter().map(|grid| ((grid.id, grid.version), grid)).collect();
    let scope = &passport.scope;
    PassportDocument {
        verification: Verification {
            number: passport.number.clone(),
            url: passport.verification_url.clone(),
        },
        code: passport.code.clone(),
        issued_on: passport.issued_on,
        issuer: (passport.issuer.name.clone(), passport.issuer.url.clone()),
        offline_url: format!("{}{OFFLINE}", passport.issuer.url),
        key_id: key_id.to_owned(),
        holder: PassportHolder {
            first_name: passport.holder.first_name.clone(),
            last_name: passport.holder.last_name.clone(),
            former_names: passport.holder.former_names.clone(),
            email: passport.holder.email.clone(),
        },
        scope: PassportScope {
            is_whole: scope.is_whole,
            from: scope.from,
            to: scope.to,
            audience: (scope.audience != Audience::Holder).then(|| scope.audience.in_french().to_owned()),
        },
        skills: passport.skills.iter().map(|held| skill(held, &passport.validations, &grids)).collect(),
        experiences: passport.experiences.iter().map(experience).collect(),
        external: passport.external.iter().map(external).collect(),
    }
}

fn skill(held: &SummaryLine, all: &[Validation], grids: &BTreeMap<(GridId, i32), &Grid>) -> PassportSkill {
    let history: Vec<&Validation> = all.iter().filter(|one| one.skill.code == held.skill.code).collect();
    let level = held.validated.as_ref().map(|level| level.level);
    let counting = history.iter().rev().find(|one| {
        one.standing == Standing::Valid && level.is_some_and(|level| one.level.common_level == level)
    });
    PassportSkill {
        code: held.skill.code.clone(),
        label: held.skill.label.clone(),
        release: held.skill.release,
        validated: held.validated.as_ref().map(|level| HeldLevel {
            common_level: level.level,
            since: day(counting.map_or(&level.proved_at, |one| &one.validated_at)),
            until: level.until,
            from_experience: counting.is_some_and(|one| one.origin == "experience"),
        }),
        declared: held.declared.as_ref().map(|said| HeldLevel {
            common_level: Some(said.level),
            since: day(&said.declared_at),
            until: None,
            from_experience: false,
        }),
        history: history.into_iter().map(|one| entry(one, grids)).collect(),
    }
}

fn entry(one: &Validation, grids: &BTreeMap<(GridId, i32), &Grid>) -> PassportEntry {
    let state = match (one.standing, &one.revocation) {
        (Standing::Revoked, Some(revocation)) => {
            EntryState::Revoked { on: day(&revocation.revoked_at), reason: revocation.reason.clone() }
        }
        (Standing::Superseded, _) => EntryState::Superseded,
        (Standing::Expired, _) => EntryState::Expired,
        (Standing::NotAcquired, _) => EntryState::NotAcquired,
        (Standing::Valid | Standing::Revoked, _) => EntryState::InForce,
    };
    let grid = one.level.grid_id.zip(one.level.grid_version).and_then(|key| grids.get(&key));
    PassportEntry {
        validated_on: day(&one.validated_at),
        organisation: organisation(&one.organisation),
        validated_by: one.validated_by.clone(),
        session: one.session.as_ref().map(|session| session.title.clone()),
        level: one.level.name.clone(),
        common_level: one.level.common_level,
        grid: grid.map(|grid| (grid.name.clone(), grid.version)),
        state,
        expires_on: one.expires_on,
        is_outside_programme: one.is_outside_programme,
        from_experience: one.origin == "experience",
        comment: one.comment.clone(),
        evidence: one
            .evidence
            .iter()
            .map(|one| PassportEvidence { title: one.title.clone(), sha256: one.sha256.clone() })
            .collect(),
        replies: one
            .replies
            .iter()
            .map(|reply| {
                let who = match reply.author {
                    ReplyAuthor::Holder => "Titulaire".to_owned(),
                    ReplyAuthor::Organisation => one.organisation.name.clone(),
                };
                (who, day(&reply.at), reply.text.clone())
            })
            .collect(),
    }
}

fn organisation(one: &Organisation) -> PassportOrganisation {
    PassportOrganisation {
        name: one.name.clone(),
        siret: one.siret.clone(),
        declaration_number: one.nda.clone(),
    }
}

/// Where an experience stands, of all that organisations make of it: what speaks most for it.
fn state(one: &Experience) -> ExperienceState {
    match one.status.as_str() {
        "draft" => return ExperienceState::Draft,
        "withdrawn" => return ExperienceState::Withdrawn,
        _ => {}
    }
    let best = [
        ("validated", ExperienceState::Validated),
        ("completed", ExperienceState::Completed),
        ("to_complete", ExperienceState::ToComplete),
        ("submitted", ExperienceState::Submitted),
        ("refused", ExperienceState::Refused),
    ];
    let found = best.into_iter().find(|(status, _)| one.submissions.iter().any(|put| put.status == *status));
    found.map_or(ExperienceState::Declared, |(_, state)| state)
}

fn experience(one: &Experience) -> PassportExperience {
    PassportExperience {
        title: one.title.clone(),
        organisation: words(&one.organisation),
        place: words(&one.place),
        starts_on: one.started_on,
        ends_on: one.ended_on,
        description: words(&one.description),
        state: state(one),
        claims: one.claims.iter().map(|claim| (claim.skill.label.clone(), Some(claim.level))).collect(),
        proofs: one
            .proofs
            .iter()
            .map(|proof| PassportProof {
                name: proof.name.clone(),
                bytes: proof.bytes.unsigned_abs(),
                sha256: proof.copy_sha256.as_ref().unwrap_or(&proof.sha256).clone(),
                is_masked: proof.copy_sha256.is_some(),
                removed_on: proof.removed_at.as_deref().map(day),
            })
            .collect(),
        judgements: one.submissions.iter().filter_map(judgement).collect(),
    }
}

/// What an organisation found; nothing while it has not decided.
fn judgement(one: &Submission) -> Option<PassportJudgement> {
    let outcome = match one.status.as_str() {
        "validated" => Outcome::Validated,
        "completed" => Outcome::Completed,
        "refused" => Outcome::Refused,
        _ => return None,
    };
    Some(PassportJudgement {
        organisation: PassportOrganisation {
            name: one.organisation.clone(),
            ..PassportOrganisation::default()
        },
        decided_on: day(one.decided_at.as_deref()?),
        outcome,
        authenticity: match one.proofs_judgement.as_deref() {
            Some("authentic") => Authenticity::Authentic,
            Some("not_authentic") => Authenticity::NotAuthentic,
            _ => Authenticity::Undetermined,
        },
        skills: one.judgements.iter().map(judged).collect(),
        text: one.text.clone(),
    })
}

fn judged(one: &Judgement) -> JudgedSkill {
    JudgedSkill {
        label: one.label.clone(),
        is_attested: one.outcome != "refused",
        level: one.step_name.clone(),
        reason: one.reason.clone(),
    }
}

fn external(one: &ExternalEntry) -> PassportExternal {
    PassportExternal {
        issuer: one.issuer.clone(),
        is_badge: one.kind == ExternalKind::OpenBadge,
        issued_on: one.issued_on,
        imported_on: day(&one.imported_at),
        number: one.number.clone(),
        key_id: one.key_id.clone(),
        skills: one
            .skills
            .iter()
            .map(|skill| ExternalSkill {
                code: skill.code.clone(),
                label: skill.label.clone(),
                common_level: skill.level,
                level: skill.level_name.clone(),
                organisation: skill.organisation.clone(),
                attested_on: skill.attested_on,
                expires_on: skill.expires_on,
            })
            .collect(),
    }
}
