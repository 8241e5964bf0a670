//! What a saved search asks once the codes that were replaced are followed.

use std::collections::{HashMap, HashSet};

use super::asking::{CriteriaBody, CriterionBody, ExclusionBody};
use super::entry::Entry;
use super::saved::{Demand, Line, Part};

/// What became of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing.
    Same,
    /// Another name.
    Renamed,
    /// Gone, and this stands in its place.
    Replaced(Entry),
    /// Gone; the proposal is not sure enough to be followed unasked.
    Retired(Option<Entry>),
    /// Given to something else; what it meant may be found under the other code.
    Reused(Option<Entry>),
}

/// A line, what became of it, and what stands for it in the search.
pub struct Read<'a> {
    /// The line.
    pub line: &'a Line,
    /// What became of it.
    pub fate: Fate,
    /// The code that stands for it.
    pub stands: Entry,
    /// There is a successor, and the search has other plans with it.
    pub is_at_odds: bool,
}

/// Puts successors where what they replace stood, and says in each line whether that could be done.
pub fn follow(read: &mut [Read<'_>]) -> CriteriaBody {
    CriteriaBody {
        criteria: follow_criteria(read),
        exclude: follow_exclusions(read),
        rome: follow_places(read),
        job: follow_job(read),
        ..CriteriaBody::default()
    }
}

/// Where a code stands in a search.
pub fn pointer(part: Part, entry: Entry, search: &CriteriaBody) -> String {
    let code = entry.written();
    let at = |place: Option<usize>| place.unwrap_or_default();
    match part {
        Part::Criterion(_) => {
            format!("/criteria/{}/skill", at(search.criteria.iter().position(|one| one.skill == code)))
        }
        Part::Excluded => {
            format!("/exclude/{}/skill", at(search.exclude.iter().position(|one| one.skill == code)))
        }
        Part::Place => format!("/rome/{}", at(search.rome.iter().position(|one| *one == code))),
        Part::Job => "/job".to_owned(),
    }
}

/// The conditions. A successor that is asked for in the same way already stands once; one that is asked for otherwise, or
/// excluded, is not followed.
fn follow_criteria(read: &mut [Read<'_>]) -> Vec<CriterionBody> {
    let excluded: HashSet<Entry> =
        read.iter().filter(|read| read.line.part == Part::Excluded).map(|read| read.line.entry).collect();
    let demand_of = |read: &Read<'_>| match read.line.part {
        Part::Criterion(demand) => Some(demand),
        _ => None,
    };
    let mut demands: HashMap<Entry, Demand> =
        read.iter().filter_map(|read| Some((read.line.entry, demand_of(read)?))).collect();
    let mut written: Vec<CriterionBody> = Vec::new();
    let mut standing = HashSet::new();
    for read in read {
        let Part::Criterion(demand) = read.line.part else { continue };
        if let Fate::Replaced(heir) = read.fate {
            let is_free =
                demands.get(&heir).is_none_or(|other| *other == demand) && !excluded.contains(&heir);
            read.is_at_odds = !is_free;
            if is_free {
                read.stands = heir;
                demands.insert(heir, demand);
            }
        }
        if standing.insert(read.stands) {
            written.push(demand.on(read.stands.written()));
        }
    }
    written
}

/// The exclusions. A successor that is a condition is not followed.
fn follow_exclusions(read: &mut [Read<'_>]) -> Vec<ExclusionBody> {
    let wanted: HashSet<Entry> = read
        .iter()
        .filter(|read| matches!(read.line.part, Part::Criterion(_)))
        .map(|read| read.stands)
        .collect();
    let mut written: Vec<ExclusionBody> = Vec::new();
    let mut standing = HashSet::new();
    for read in read.iter_mut().filter(|read| read.line.part == Part::Excluded) {
        if let Fate::Replaced(heir) = read.fate {
            read.is_at_odds = wanted.contains(&heir);
            if !read.is_at_odds {
                read.stands = heir;
            }
        }
        if standing.insert(read.stands) {
            written.push(ExclusionBody { skill: read.stands.written() });
        }
    }
    written
}

fn follow_places(read: &mut [Read<'_>]) -> Vec<String> {
    let mut written: Vec<String> = Vec::new();
    for read in read.iter_mut().filter(|read| read.line.part == Part::Place) {
        if let Fate::Replaced(heir) = read.fate {
            read.stands = heir;
        }
        let code = read.stands.written();
        if !written.contains(&code) {
            written.push(code);
        }
    }
    written
}

fn follow_job(read: &mut [Read<'_>]) -> Option<String> {
    let read = read.iter_mut().find(|read| read.line.part == Part::Job)?;
    if let Fate::Replaced(heir) = read.fate {
        read.stands = heir;
    }
    Some(read.stands.written())
}

#[cfg(test)]
mod tests {
    use carnet_index::{Level, SkillCode};

    use super::*;

    fn skill(code: u32) -> Entry {
        Entry::Skill(SkillCode(code))
    }

    fn at_least(level: u8) -> Part {
        let min_level = Level::new(level);
        Part::Criterion(Demand { min_level, max_level: None, validated: false, required: true })
    }

    fn line(part: Part, entry: Entry) -> Line {
        Line { part, entry, label: String::new() }
    }

    /// What is asked once these lines are read, and which of them are at odds with the rest.
    fn read(lines: &[(Line, Fate)]) -> (CriteriaBody, Vec<bool>, Vec<String>) {
        let mut read: Vec<Read<'_>> = lines
            .iter()
            .map(|(line, fate)| Read { line, fate: *fate, stands: line.entry, is_at_odds: false })
            .collect();
        let search = follow(&mut read);
        let odds = read.iter().map(|read| read.is_at_odds).collect();
        let pointers = read.iter().map(|read| pointer(read.line.part, read.stands, &search)).collect();
        (search, odds, pointers)
    }

    fn skills(search: &CriteriaBody) -> Vec<(&str, Option<i64>)> {
        search.criteria.iter().map(|one| (one.skill.as_str(), one.min_level)).collect()
    }

    #[test]
    fn a_successor_stands_where_what_it_replaces_stood() {
        let lines = [
            (line(at_least(3), skill(1)), Fate::Same),
            (line(at_least(2), skill(2)), Fate::Replaced(skill(9))),
            (line(Part::Excluded, skill(3)), Fate::Replaced(skill(8))),
        ];
        let (search, odds, pointers) = read(&lines);
        assert_eq!(skills(&search), [("1", Some(3)), ("9", Some(2))]);
        assert_eq!(search.exclude[0].skill, "8");
        assert_eq!(odds, [false; 3]);
        assert_eq!(pointers, ["/criteria/0/skill", "/criteria/1/skill", "/exclude/0/skill"]);
    }

    #[test]
    fn what_is_asked_twice_in_the_same_way_is_asked_once() {
        let lines = [
            (line(at_least(2), skill(1)), Fate::Replaced(skill(2))),
            (line(at_least(2), skill(2)), Fate::Same),
            (line(at_least(2), skill(3)), Fate::Replaced(skill(2))),
        ];
        let (search, odds, pointers) = read(&lines);
        assert_eq!(skills(&search), [("2", Some(2))]);
        assert_eq!((odds, pointers), (vec![false; 3], vec!["/criteria/0/skill".to_owned(); 3]));
    }

    #[test]
    fn a_successor_the_search_has_other_plans_with_is_not_followed() {
        let lines = [
            (line(at_least(2), skill(1)), Fate::Replaced(skill(2))),
            (line(at_least(3), skill(2)), Fate::Same),
            (line(at_least(2), skill(4)), Fate::Replaced(skill(5))),
            (line(at_least(2), skill(7)), Fate::Replaced(skill(8))),
            (line(Part::Excluded, skill(5)), Fate::Same),
            (line(Part::Excluded, skill(6)), Fate::Replaced(skill(8))),
        ];
        let (search, odds, _) = read(&lines);
        assert_eq!(skills(&search), [("1", Some(2)), ("2", Some(3)), ("4", Some(2)), ("8", Some(2))]);
        let excluded: Vec<&str> = search.exclude.iter().map(|one| one.skill.as_str()).collect();
        assert_eq!(excluded, ["5", "6"]);
        assert_eq!(odds, [true, false, true, false, false, true]);
    }

    #[test]
    fn places_that_became_one_are_named_once_and_what_is_gone_stays_to_be_seen() {
        let place = |text: &str| Entry::Place(text.parse().unwrap());
        let lines = [
            (line(Part::Place, place("M1801")), Fate::Same),
            (line(Part::Place, place("M1805")), Fate::Replaced(place("M1801"))),
            (line(Part::Place, place("M99")), Fate::Retired(None)),
            (line(Part::Place, place("K1710")), Fate::Reused(Some(place("K1708")))),
            (line(Part::Job, place("M1805")), Fate::Replaced(place("M1801"))),
        ];
        let (search, odds, pointers) = read(&lines);
        assert_eq!(search.rome, ["M1801", "M99", "K1710"]);
        assert_eq!(search.job.as_deref(), Some("M1801"));
        assert_eq!(odds, [false; 5]);
        assert_eq!(pointers, ["/rome/0", "/rome/0", "/rome/1", "/rome/2", "/job"]);
    }
}
