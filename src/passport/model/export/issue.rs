//! From what a passport says to the export of it: standings, the summary by skill, number, code and claims.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::claims::{Claim, Disclosures, Head, Leaf};
use super::disclosure::DISCLOSURE;
use super::drawn::{Drawn, ExportSecret};
use super::{
    Declaration, ExternalEntry, PASSPORT, Passport, SkillLevel, SkillName, Standing, StatusLine,
    StatusSnapshot, SummaryLine, Validation, tree,
};
use crate::platform::seal::{Seal, SealKey, SignedDocument, canonical, canonical_of};

/// Fewest digests at the base of a tree: how few skills there are is nobody's business.
const FEWEST: usize = 64;

/// How an entry stands on this day.
pub fn standing(
    is_passing: bool,
    ended_because: Option<&str>,
    expires_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Standing {
    match ended_because {
        Some("superseded") => Standing::Superseded,
        Some(_) => Standing::Revoked,
        None if !is_passing => Standing::NotAcquired,
        None if expires_on.is_some_and(|last| last < today) => Standing::Expired,
        None => Standing::Valid,
    }
}

/// How every one of these stands, in their order.
pub fn snapshot(validations: &[Validation], as_of: NaiveDate) -> StatusSnapshot {
    let lines = validations.iter().map(|one| StatusLine { id: one.id, standing: one.standing });
    StatusSnapshot { as_of, validations: lines.collect() }
}

/// The validations of one skill that stand.
fn in_force<'a>(validations: &'a [Validation], code: &str) -> Vec<&'a Validation> {
    let of_skill = validations.iter().filter(|one| one.skill.code == code);
    of_skill.filter(|one| one.standing == Standing::Valid).collect()
}

/// The last day through which one of these counts; null = for ever.
fn until<'a>(entries: impl Iterator<Item = &'a Validation>) -> Option<NaiveDate> {
    let mut last = None;
    for entry in entries {
        last = last.max(Some(entry.expires_on?));
    }
    last
}

fn level_in_force(validations: &[Validation], code: &str) -> Option<SkillLevel> {
    let standing = in_force(validations, code);
    let proved_at = standing.iter().map(|one| one.validated_at.clone()).max()?;
    let level = standing.iter().filter_map(|one| one.level.common_level).max();
    let at_level = standing.iter().filter(|one| level.is_none() || one.level.common_level == level);
    Some(SkillLevel { level, until: until(at_level.copied()), proved_at })
}

/// The summary: every skill that is declared, on record, or attested from outside, by code.
pub fn summary(
    declared: Vec<(SkillName, Declaration)>,
    validations: &[Validation],
    external: &[ExternalEntry],
) -> Vec<SummaryLine> {
    let mut names: BTreeMap<String, SkillName> = BTreeMap::new();
    let mut said: BTreeMap<String, Declaration> = BTreeMap::new();
    let mut attested: BTreeMap<String, u32> = BTreeMap::new();
    for skill in external.iter().flat_map(|entry| &entry.skills) {
        let Some(code) = &skill.code else { continue };
        *attested.entry(code.clone()).or_default() += 1;
        let name = SkillName { code: code.clone(), label: skill.label.clone(), release: 0 };
        names.insert(code.clone(), name);
    }
    for (name, declaration) in declared {
        said.insert(name.code.clone(), declaration);
        names.insert(name.code.clone(), name);
    }
    // The oldest first: the newest names the skill.
    names.extend(validations.iter().map(|one| (one.skill.code.clone(), one.skill.clone())));
    let skills = names.into_iter().map(|(code, skill)| SummaryLine {
        declared: said.remove(&code),
        validated: level_in_force(validations, &code),
        external_count: attested.get(&code).copied().unwrap_or_default(),
        skill,
    });
    skills.collect()
}

/// What this passport proves, claim by claim.
fn claims(passport: &Passport) -> Vec<Claim> {
    let mut claims = Vec::new();
    for held in &passport.skills {
        if held.validated.is_none() {
            continue;
        }
        let standing = in_force(&passport.validations, &held.skill.code);
        let skill = || held.skill.clone();
        claims.push(Claim::SkillValidated { skill: skill(), until: until(standing.iter().copied()) });
        let highest = standing.iter().filter_map(|one| one.level.common_level).max().unwrap_or_default();
        for level in 1..=highest {
            let reaching = standing.iter().copied().filter(|one| one.level.common_level >= Some(level));
            claims.push(Claim::SkillAtLeast { skill: skill(), level, until: until(reaching) });
        }
    }
    let entries = passport.validations.iter().filter(|one| one.standing == Standing::Valid);
    claims.extend(entries.map(|one| Claim::Validation {
        id: one.id,
        skill: one.skill.clone(),
        level_name: one.level.name.clone(),
        level: one.level.common_level,
        organisation: one.organisation.name.clone(),
        siret: one.organisation.siret.clone(),
        nda: one.organisation.nda.clone(),
        validated_at: one.validated_at.clone(),
        until: one.expires_on,
    }));
    claims
}

impl Disclosures {
    /// Those of a passport that has none yet.
    pub fn none() -> Self {
        let head = Head {
            first_name: String::new(),
            last_name: String::new(),
            issuer: String::new(),
            issued_on: NaiveDate::default(),
            number: String::new(),
            verification_url: String::new(),
            size: 0,
            root: String::new(),
        };
        let seal = Seal { key_id: String::new(), sha256: String::new(), signature: String::new() };
        Self { head, seal, leaves: Vec::new(), digests: Vec::new() }
    }

    fn of(passport: &Passport, drawn: &Drawn, key: &SealKey) -> anyhow::Result<Self> {
        let mut leaves = Vec::new();
        let mut digests = Vec::new();
        for claim in claims(passport) {
            let leaf = Leaf { salt: drawn.salt(&canonical_of(&claim)?), claim };
            digests.push(leaf.digest()?);
            leaves.push(leaf);
        }
        let size = digests.len().next_power_of_two().max(FEWEST);
        digests.extend((digests.len()..size).map(|place| drawn.filler(place)));
        digests.sort_unstable();
        let head = Head {
            first_name: passport.holder.first_name.clone(),
            last_name: passport.holder.last_name.clone(),
            issuer: passport.issuer.name.clone(),
            issued_on: passport.issued_on,
            number: passport.number.clone(),
            verification_url: passport.verification_url.clone(),
            size: size as u32,
            root: tree::root(&digests)?,
        };
        let seal = key.seal(DISCLOSURE, &canonical_of(&head)?);
        Ok(Self { head, seal, leaves, digests })
    }
}

/// Gives a passport its number, its code, its address and its claims. The same content of the same day gets the same ones.
pub fn issue(mut draft: Passport, secret: &ExportSecret, key: &SealKey) -> anyhow::Result<Passport> {
    let drawn = secret.for_content(&canonical_of(&draft)?);
    draft.number = drawn.number(draft.issued_on);
    draft.code = drawn.code();
    // After the `#`: browsers keep it to themselves, so that no log holds the code.
    draft.verification_url = format!("{}/verifier/{}#{}", draft.issuer.url, draft.number, draft.code);
    draft.disclosures = Disclosures::of(&draft, &drawn, key)?;
    Ok(draft)
}

/// The signed JSON of a passport.
pub fn signed(passport: &Passport, key: &SealKey) -> anyhow::Result<SignedDocument> {
    let document: Value = serde_json::to_value(passport)?;
    let seal = key.seal(PASSPORT, &canonical(&document)?);
    Ok(SignedDocument { document, format: PASSPORT.to_owned(), seal })
}

#[cfg(test)]
mod tests {
    use super::super::super::badges::tests::validation;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_ended_an_entry_says_how_it_stands() {
        let today = day("2026-03-03");
        let at =
            |is_passing, because, last: Option<&str>| standing(is_passing, because, last.map(day), today);
        assert_eq!(at(true, None, None), Standing::Valid);
        assert_eq!(at(true, None, Some("2026-03-03")), Standing::Valid, "through its last day");
        assert_eq!(at(true, None, Some("2026-03-02")), Standing::Expired);
        assert_eq!(at(false, None, Some("2026-03-02")), Standing::NotAcquired);
        assert_eq!(at(true, Some("superseded"), Some("2026-03-02")), Standing::Superseded);
        assert_eq!(at(false, Some("fraud"), None), Standing::Revoked);
    }

    fn entry(level: Option<u8>, standing: Standing, last: Option<&str>) -> Validation {
        let mut entry = Validation { standing, expires_on: last.map(day), ..validation() };
        entry.level.common_level = level;
        entry
    }

    #[test]
    fn the_highest_level_that_stands_counts_as_long_as_an_entry_of_it_does() {
        let level = |entries: &[Validation]| {
            let skills = summary(Vec::new(), entries, &[]);
            skills[0].validated.as_ref().map(|held| (held.level, held.until))
        };
        let valid = |at, last| entry(at, Standing::Valid, last);
        let (june, july) = (Some("2026-06-30"), Some("2026-07-31"));
        assert_eq!(level(&[entry(Some(4), Standing::Revoked, None)]), None);
        assert_eq!(level(&[valid(None, june)]), Some((None, june.map(day))));
        assert_eq!(level(&[valid(Some(3), june), valid(Some(3), july)]), Some((Some(3), july.map(day))));
        assert_eq!(level(&[valid(Some(3), june), valid(Some(3), None)]), Some((Some(3), None)));
        assert_eq!(level(&[valid(Some(3), june), valid(Some(2), None)]), Some((Some(3), june.map(day))));
    }
}
