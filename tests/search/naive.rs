//! The published rules of the search, written down as plainly as they read.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::names::name_matches;
use super::world::{Held, Person, World};

/// A search, as its JSON says.
#[derive(Clone, Debug)]
pub struct Ask {
    pub criteria: Vec<Criterion>,
    pub min_matching: Option<usize>,
    pub exclude: Vec<u32>,
    pub rome: Vec<String>,
    pub job: Option<String>,
    pub name: Option<String>,
    pub facets: Vec<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Criterion {
    pub skill: u32,
    pub min: Option<u8>,
    pub max: Option<u8>,
    pub validated: bool,
    pub required: bool,
}

impl Criterion {
    fn is_met(&self, held: Option<&Held>) -> bool {
        held.is_some_and(|held| {
            let status = !self.validated || held.validated;
            let is_bounded = self.min.is_some() || self.max.is_some();
            let level = held.level >= self.min.unwrap_or(1) && held.level <= self.max.unwrap_or(4);
            status && (!is_bounded || level)
        })
    }
}

impl Ask {
    /// The body of the request.
    pub fn body(&self) -> Value {
        let criterion = |criterion: &Criterion| {
            let mut body = json!({ "skill": criterion.skill.to_string(), "required": criterion.required });
            if let Some(min) = criterion.min {
                body["min_level"] = min.into();
            }
            if let Some(max) = criterion.max {
                body["max_level"] = max.into();
            }
            if criterion.validated {
                body["status"] = "validated".into();
            }
            body
        };
        let mut body = json!({
            "criteria": self.criteria.iter().map(criterion).collect::<Vec<_>>(),
            "exclude": self.exclude.iter().map(|skill| json!({ "skill": skill.to_string() })).collect::<Vec<_>>(),
            "rome": self.rome,
            "facets": self.facets,
        });
        for (field, value) in [("job", &self.job), ("name", &self.name)] {
            if let Some(value) = value {
                body[field] = value.clone().into();
            }
        }
        if let Some(least) = self.min_matching {
            body["min_matching"] = least.into();
        }
        body
    }

    /// Every condition: the criteria, then the core skills of the job that nothing else names.
    pub fn conditions(&self, world: &World) -> Vec<Criterion> {
        let mut conditions = self.criteria.clone();
        for &skill in self.job.iter().flat_map(|job| &world.core[job]) {
            if !self.criteria.iter().any(|criterion| criterion.skill == skill)
                && !self.exclude.contains(&skill)
            {
                conditions.push(Criterion { skill, min: None, max: None, validated: false, required: false });
            }
        }
        conditions
    }

    fn matches(&self, person: &Person, world: &World, siren: &str, with_rome: bool) -> bool {
        let conditions = self.conditions(world);
        let met = |condition: &&Criterion| condition.is_met(person.skills.get(&condition.skill));
        let (required, optional): (Vec<_>, Vec<_>) =
            conditions.iter().partition(|condition| condition.required);
        let default = usize::from(!optional.is_empty() && required.is_empty());
        required.iter().all(&met)
            && optional.iter().filter(|condition| met(condition)).count()
                >= self.min_matching.unwrap_or(default)
            && !self.exclude.iter().any(|skill| person.skills.contains_key(skill))
            && (!with_rome || self.rome.is_empty() || self.rome.iter().any(|place| applies(place, person)))
            && self.name.as_ref().is_none_or(|name| name_matches(name, person))
            && !person.hides_from.contains(siren)
            && person.seen_by.as_ref().is_none_or(|chosen| chosen.contains(siren))
    }

    /// Everyone who matches, in the published order.
    pub fn results<'a>(&self, world: &'a World, siren: &str) -> Vec<&'a Person> {
        let mut found: Vec<&Person> =
            world.people.iter().filter(|person| self.matches(person, world, siren, true)).collect();
        let conditions = self.conditions(world);
        found.sort_by_key(|person| {
            let met: Vec<&Held> = conditions
                .iter()
                .filter(|condition| condition.is_met(person.skills.get(&condition.skill)))
                .map(|condition| &person.skills[&condition.skill])
                .collect();
            let validated = met.iter().filter(|held| held.validated).count();
            let levels: u32 = met.iter().map(|held| u32::from(held.level)).sum();
            let id = carnet_index::ProfileId(person.id.as_u128());
            (Reverse(met.len()), Reverse(validated), Reverse(levels), carnet_index::order_key(id), person.id)
        });
        found
    }

    /// The facets, as the answer draws them.
    pub fn expected_facets(&self, world: &World, siren: &str) -> Value {
        let mut facets = json!({});
        for name in &self.facets {
            facets[*name] = match *name {
                "rome" => self.rome_facet(world, siren),
                "skills" => self.skills_facet(world, siren),
                "levels" => self.levels_facet(world, siren),
                _ => self.statuses_facet(world, siren),
            };
        }
        facets
    }

    fn rome_facet(&self, world: &World, siren: &str) -> Value {
        let mut counts: BTreeMap<(usize, String), u64> = BTreeMap::new();
        for person in world.people.iter().filter(|person| self.matches(person, world, siren, false)) {
            let mut places: BTreeSet<(usize, String)> = BTreeSet::new();
            for job in &person.jobs {
                places.insert((0, job[..1].to_owned()));
                places.insert((1, job[..3].to_owned()));
                places.insert((2, job.clone()));
            }
            places.extend(person.families.iter().map(|family| (3, format!("family:{family}"))));
            for place in places {
                *counts.entry(place).or_default() += 1;
            }
        }
        let mut lines: Vec<_> = counts.into_iter().collect();
        lines.sort_by_key(|((kind, code), count)| (*kind, Reverse(*count), code.clone()));
        let draw = |((kind, code), count): &((usize, String), u64)| {
            let kind = ["letter", "domain", "job", "family"][*kind];
            let label = &world.labels[code.trim_start_matches("family:")];
            json!({ "code": code, "kind": kind, "label": label, "count": count })
        };
        lines.iter().map(draw).collect()
    }

    fn skills_facet(&self, world: &World, siren: &str) -> Value {
        let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
        for person in self.results(world, siren) {
            for &skill in person.skills.keys() {
                if !self.criteria.iter().any(|criterion| criterion.skill == skill) {
                    *counts.entry(skill).or_default() += 1;
                }
            }
        }
        let mut lines: Vec<_> = counts.into_iter().collect();
        lines.sort_by_key(|(skill, count)| (Reverse(*count), *skill));
        lines
            .iter()
            .take(30)
            .map(|(skill, count)| {
                json!({ "code": skill.to_string(), "label": world.labels[&skill.to_string()], "count": count })
            })
            .collect()
    }

    /// Results of this search with one criterion replaced, that meet it.
    fn count_with(&self, world: &World, siren: &str, at: usize, replace: impl Fn(&mut Criterion)) -> usize {
        let mut other = self.clone();
        replace(&mut other.criteria[at]);
        let criterion = other.criteria[at].clone();
        let meets = |person: &&&Person| criterion.is_met(person.skills.get(&criterion.skill));
        other.results(world, siren).iter().filter(meets).count()
    }

    fn levels_facet(&self, world: &World, siren: &str) -> Value {
        let mut lines = Vec::new();
        for (at, criterion) in self.criteria.iter().enumerate() {
            for level in 1..=4 {
                let count = self.count_with(world, siren, at, |own| (own.min, own.max) = (Some(level), None));
                lines.push(json!({ "skill": criterion.skill.to_string(), "level": level, "count": count }));
            }
        }
        lines.into()
    }

    fn statuses_facet(&self, world: &World, siren: &str) -> Value {
        let mut lines = Vec::new();
        for (at, criterion) in self.criteria.iter().enumerate() {
            for status in ["any", "validated"] {
                let count = self.count_with(world, siren, at, |own| own.validated = status == "validated");
                lines.push(json!({ "skill": criterion.skill.to_string(), "status": status, "count": count }));
            }
        }
        lines.into()
    }

    /// A hit, as the answer draws it.
    pub fn expected_hit(&self, person: &Person, world: &World) -> Value {
        let mut hit = expected_profile(person, world, &self.criteria);
        hit["match"] = self.criteria.iter().map(|criterion| match_line(criterion, person)).collect();
        if let Some(job) = &self.job {
            let core = &world.core[job];
            let missing = core.iter().filter(|skill| !person.skills.contains_key(skill));
            let missing: Vec<Value> = missing
                .map(|skill| json!({ "code": skill.to_string(), "label": world.labels[&skill.to_string()] }))
                .collect();
            let covered = core.len() - missing.len();
            hit["coverage"] =
                json!({ "job": job, "covered": covered, "required": core.len(), "missing": missing });
        }
        hit
    }
}

/// A profile, as every answer draws it.
pub fn expected_profile(person: &Person, world: &World, criteria: &[Criterion]) -> Value {
    let mut skills: Vec<(u32, Held)> = person.skills.iter().map(|(code, held)| (*code, *held)).collect();
    skills.sort_by_key(|(code, held)| {
        let asked = criteria.iter().position(|criterion| criterion.skill == *code).unwrap_or(usize::MAX);
        (asked, Reverse(held.level), Reverse(held.validated), world.labels[&code.to_string()].clone())
    });
    let draw = |(code, held): &(u32, Held)| {
        json!({
            "code": code.to_string(),
            "label": world.labels[&code.to_string()],
            "level": if held.level == 0 { Value::Null } else { held.level.into() },
            "status": if held.validated { "validated" } else { "declared" },
        })
    };
    json!({
        "profile_id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "skills": skills.iter().map(draw).collect::<Vec<_>>(),
    })
}

fn match_line(criterion: &Criterion, person: &Person) -> Value {
    let held = person.skills.get(&criterion.skill);
    let outcome = match held {
        None => "missing",
        Some(held) if criterion.validated && !held.validated => "declared_only",
        Some(_) if criterion.is_met(held) => "matched",
        Some(held) if held.level > criterion.max.unwrap_or(4) => "higher_level",
        Some(_) => "lower_level",
    };
    let level = held.filter(|held| held.level > 0).map(|held| held.level);
    json!({ "skill": criterion.skill.to_string(), "outcome": outcome, "level": level })
}

fn applies(place: &str, person: &Person) -> bool {
    match place.strip_prefix("family:") {
        Some(family) => person.families.contains(family),
        None => person.jobs.iter().any(|job| job.starts_with(place)),
    }
}
