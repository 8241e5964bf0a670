//! What the nightly check compares: an answer a recruiter got, and what the grants allow.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use uuid::Uuid;

/// Every field of a profile a recruiter may see.
const FIELDS: [&str; 4] = ["first_name", "last_name", "profile_id", "skills"];
/// Every field of a skill of it.
const SKILL_FIELDS: [&str; 4] = ["code", "label", "level", "status"];

/// What a recruiter of a company nobody shares anything with may see of a person, by the rows of the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grant {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Level and status of each skill, by code.
    pub skills: BTreeMap<String, (Option<i64>, String)>,
}

/// The grants of one moment; whoever is not in them may not be shown.
pub type Grants = BTreeMap<Uuid, Grant>;

/// What was found in one answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Values that no grant covers.
    pub leaks: u32,
    /// Values a grant covers that were not shown.
    pub withheld: u32,
}

impl std::ops::AddAssign for Found {
    fn add_assign(&mut self, other: Self) {
        self.leaks += other.leaks;
        self.withheld += other.withheld;
    }
}

/// Compares a profile as it was shown with what its grant allows. `grants` are those of just before and of just after the answer:
/// what either allows is no leak, since people change their minds meanwhile.
pub fn profile(shown: &Value, grants: &[&Grants]) -> Found {
    let mut found = Found { leaks: strangers(shown, &FIELDS), withheld: 0 };
    let id = shown["profile_id"].as_str().and_then(|id| id.parse::<Uuid>().ok());
    let allowed: Vec<&Grant> = grants.iter().filter_map(|grants| grants.get(&id?)).collect();
    if allowed.is_empty() {
        found.leaks += 1;
        return found;
    }
    for (field, value) in [("first_name", names(&allowed, true)), ("last_name", names(&allowed, false))] {
        found.leaks += u32::from(!shown[field].as_str().is_some_and(|name| value.contains(name)));
    }
    found += skills(&shown["skills"], &allowed);
    found
}

fn names<'a>(allowed: &[&'a Grant], first: bool) -> BTreeSet<&'a str> {
    let name = |grant: &&'a Grant| if first { grant.first_name.as_str() } else { grant.last_name.as_str() };
    allowed.iter().map(name).collect()
}

fn skills(shown: &Value, allowed: &[&Grant]) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for skill in shown.as_array().into_iter().flatten() {
        found.leaks += strangers(skill, &SKILL_FIELDS);
        let code = skill["code"].as_str().unwrap_or_default();
        let stands = (skill["level"].as_i64(), skill["status"].as_str().unwrap_or_default().to_owned());
        let is_allowed = allowed.iter().any(|grant| grant.skills.get(code) == Some(&stands));
        found.leaks += u32::from(!is_allowed);
        seen.insert(code.to_owned());
    }
    let is_everywhere = |code: &&String| allowed.iter().all(|grant| grant.skills.contains_key(*code));
    let expected = allowed[0].skills.keys().filter(is_everywhere);
    found.withheld += expected.filter(|code| !seen.contains(*code)).count() as u32;
    found
}

/// How many fields there are beside these.
fn strangers(value: &Value, known: &[&str]) -> u32 {
    let fields = value.as_object().map(|fields| fields.keys().filter(|name| !known.contains(&name.as_str())));
    fields.map_or(0, |strangers| strangers.count() as u32)
}

/// How many of these texts an answer holds that must hold none: addresses, numbers, ids of accounts.
pub fn secrets(answer: &str, secrets: &[String]) -> u32 {
    let answer = answer.to_lowercase();
    secrets.iter().filter(|secret| !secret.is_empty() && answer.contains(&secret.to_lowercase())).count()
        as u32
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn grants(level: i64) -> (Uuid, Grants) {
        let id = Uuid::from_u128(7);
        let skills = [("101".to_owned(), (Some(level), "declared".to_owned()))].into();
        let grant = Grant { first_name: "Inès".to_owned(), last_name: "Lefèvre".to_owned(), skills };
        (id, [(id, grant)].into())
    }

    fn shown(id: Uuid, level: i64) -> Value {
        json!({ "profile_id": id, "first_name": "Inès", "last_name": "Lefèvre",
                "skills": [{ "code": "101", "label": "Souder", "level": level, "status": "declared" }] })
    }

    #[test]
    fn what_is_granted_is_no_leak_before_or_after_a_change() {
        let (id, before) = grants(2);
        let (_, after) = grants(3);
        assert_eq!(profile(&shown(id, 2), &[&before, &after]), Found::default());
        assert_eq!(profile(&shown(id, 3), &[&before, &after]), Found::default());
        assert_eq!(profile(&shown(id, 2), &[&before, &Grants::new()]), Found::default());
    }

    #[test]
    fn whatever_is_more_is_a_leak() {
        let (id, granted) = grants(2);
        let leaks = |shown: &Value| profile(shown, &[&granted, &granted]).leaks;
        assert_eq!(leaks(&shown(Uuid::from_u128(8), 2)), 1, "somebody else");
        assert_eq!(leaks(&shown(id, 4)), 1, "another level");
        let mut more = shown(id, 2);
        more["email"] = json!("ines@example.org");
        assert_eq!(leaks(&more), 1);
        let mut more = shown(id, 2);
        more["skills"][0]["comment"] = json!("à revoir");
        assert_eq!(leaks(&more), 1);
        let mut other = shown(id, 2);
        other["last_name"] = json!("Durand");
        assert_eq!(leaks(&other), 1);
        let mut less = shown(id, 2);
        less["skills"] = json!([]);
        assert_eq!(profile(&less, &[&granted, &granted]), Found { leaks: 0, withheld: 1 });
    }

    #[test]
    fn secrets_are_found_whatever_their_case() {
        let looked_for = ["ines@example.org".to_owned(), String::new(), "+33612345678".to_owned()];
        assert_eq!(secrets("{\"x\":\"INES@example.org\"}", &looked_for), 1);
        assert_eq!(secrets("{}", &looked_for), 0);
    }
}
