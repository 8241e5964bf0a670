//! Counts of what each further choice would leave, exact and free of its own filter.

use super::super::columns::{Numbers, role};
use super::super::page::{Facets, LevelCount, RomeCount, SkillCount, StatusChoice, StatusCount};
use super::super::request::{RomeFilter, SearchRequest};
use super::super::segment::Segment;
use super::super::tokens::{Accepted, ENTRY_CODES, EntryCode};
use super::sets::Hit;
use crate::codes::{RomeCode, SkillCode};
use crate::level::Level;

/// Most skills shown.
const SKILLS_SHOWN: usize = 30;

/// Counts under way over all segments, by the numbers of codes.
pub(crate) struct Counts<'a> {
    numbers: &'a Numbers,
    rome: Vec<u32>,
    skills: Vec<u32>,
    /// By criterion: how many profiles of its ground have each entry.
    pub(crate) entries: Vec<[u64; ENTRY_CODES]>,
}

impl<'a> Counts<'a> {
    /// Starts the counts asked for; the segments are open, so that every code has its number.
    pub(crate) fn new(request: &SearchRequest, numbers: &'a Numbers) -> Self {
        let room = |asked: bool, count: usize| vec![0; if asked { count } else { 0 }];
        Self {
            numbers,
            rome: room(request.facets.rome, numbers.rome.len() * role::COUNT),
            skills: room(request.facets.skills, numbers.skills.len()),
            entries: vec![[0; ENTRY_CODES]; request.criteria.len()],
        }
    }

    /// Counts the places of hits, if asked for.
    pub(crate) fn add_places(&mut self, segment: &Segment, hits: &[Hit]) {
        if self.rome.is_empty() {
            return;
        }
        for &(doc, _) in hits {
            for &place in segment.places().of(doc) {
                self.rome[place as usize] += 1;
            }
        }
    }

    /// Counts the skills of hits, if asked for.
    pub(crate) fn add_skills(&mut self, segment: &Segment, hits: &[Hit]) {
        if self.skills.is_empty() {
            return;
        }
        for &(doc, _) in hits {
            segment.held_skills().count(doc, &mut self.skills);
        }
    }

    /// Ends with the counts asked for.
    pub(crate) fn finish(self, request: &SearchRequest) -> Facets {
        let asked = request.facets;
        Facets {
            levels: asked.levels.then(|| self.levels(request)),
            statuses: asked.statuses.then(|| self.statuses(request)),
            skills: asked.skills.then(|| self.top_skills(request)),
            rome: asked.rome.then(|| self.numbers.rome.with_values(|codes| places(&self.rome, codes))),
        }
    }

    fn levels(&self, request: &SearchRequest) -> Vec<LevelCount> {
        let criteria = request.criteria.iter().zip(&self.entries);
        criteria
            .flat_map(|(criterion, entries)| {
                Level::ALL.map(|level| {
                    let accepted = Accepted::new(Some(level), None, criterion.validated_only);
                    LevelCount { skill: criterion.skill, level, count: sum(entries, accepted) }
                })
            })
            .collect()
    }

    fn statuses(&self, request: &SearchRequest) -> Vec<StatusCount> {
        let criteria = request.criteria.iter().zip(&self.entries);
        criteria
            .flat_map(|(criterion, entries)| {
                [StatusChoice::Any, StatusChoice::Validated].map(|status| {
                    let validated_only = status == StatusChoice::Validated;
                    let accepted = Accepted::new(criterion.min_level, criterion.max_level, validated_only);
                    StatusCount { skill: criterion.skill, status, count: sum(entries, accepted) }
                })
            })
            .collect()
    }

    fn top_skills(&self, request: &SearchRequest) -> Vec<SkillCount> {
        let asked_for = |skill: SkillCode| request.criteria.iter().any(|criterion| criterion.skill == skill);
        let mut counted: Vec<(std::cmp::Reverse<u32>, SkillCode)> =
            self.numbers.skills.with_values(|codes| {
                let counted = self.skills.iter().zip(codes).filter(|(count, _)| **count > 0);
                counted.map(|(&count, &skill)| (std::cmp::Reverse(count), skill)).collect()
            });
        counted.retain(|(_, skill)| !asked_for(*skill));
        if counted.len() > SKILLS_SHOWN {
            counted.select_nth_unstable(SKILLS_SHOWN);
            counted.truncate(SKILLS_SHOWN);
        }
        counted.sort_unstable();
        counted.into_iter().map(|(count, skill)| SkillCount { skill, count: u64::from(count.0) }).collect()
    }
}

fn sum(entries: &[u64; ENTRY_CODES], accepted: Accepted) -> u64 {
    EntryCode::all().filter(|code| accepted.contains(code.0)).map(|code| entries[usize::from(code.0)]).sum()
}

/// How many letters, domains and jobs can be written.
const LETTERS: usize = 26;
const DOMAINS: usize = LETTERS * 100;

/// Places as their count and the number of their code, packed so that great counts and small codes come first.
type Lines = Vec<u64>;

/// Adds the jobs up to domains and letters, and puts all four kinds in order.
fn places(counts: &[u32], codes: &[RomeCode]) -> Vec<RomeCount> {
    let mut letters = [0_u32; LETTERS];
    let mut domains = [0_u32; DOMAINS];
    let (mut jobs, mut families) = (Lines::new(), Lines::new());
    for (counts, &code) in counts.chunks_exact(role::COUNT).zip(codes) {
        let opening_letter = counts[role::OPENS_LETTER as usize];
        let opening_domain = counts[role::OPENS_DOMAIN as usize] + opening_letter;
        let job = counts[role::JOB as usize] + opening_domain;
        if job > 0 {
            letters[usize::from(code.letter() - b'A')] += opening_letter;
            domains[domain_number(code.domain())] += opening_domain;
            jobs.push(packed(job, code_number(code)));
        }
        let family = counts[role::FAMILY as usize];
        if family > 0 {
            families.push(packed(family, code_number(code)));
        }
    }
    let (letters, domains) = (numbered(&letters), numbered(&domains));
    let mut lines = Vec::with_capacity(letters.len() + domains.len() + jobs.len() + families.len());
    finish(letters, &mut lines, |letter| Some(RomeFilter::Letter(b'A' + letter as u8)));
    finish(domains, &mut lines, |number| Some(RomeFilter::Domain(domain(number))));
    finish(jobs, &mut lines, |number| code(number).map(RomeFilter::Job));
    finish(families, &mut lines, |number| code(number).map(RomeFilter::Family));
    lines
}

fn numbered(counts: &[u32]) -> Lines {
    let held = (0..).zip(counts).filter(|(_, count)| **count > 0);
    held.map(|(number, &count)| packed(count, number)).collect()
}

/// Sorts one kind and appends it.
fn finish(mut kind: Lines, lines: &mut Vec<RomeCount>, place: impl Fn(u32) -> Option<RomeFilter>) {
    kind.sort_unstable();
    let count = |line: u64| u64::from(!((line >> 32) as u32));
    let counted = kind
        .into_iter()
        .filter_map(|line| Some(RomeCount { value: place(line as u32)?, count: count(line) }));
    lines.extend(counted);
}

fn packed(count: u32, number: u32) -> u64 {
    u64::from(!count) << 32 | u64::from(number)
}

/// The code of a job as a number in the same order.
fn code_number(code: RomeCode) -> u32 {
    let [letter, digits @ ..] = code.bytes();
    digits.iter().fold(u32::from(letter), |number, &digit| number * 10 + u32::from(digit - b'0'))
}

/// The code with a number.
fn code(number: u32) -> Option<RomeCode> {
    RomeCode::from_parts((number / 10_000) as u8, (number % 10_000) as u16).ok()
}

fn domain_number([letter, tens, units]: [u8; 3]) -> usize {
    usize::from(letter - b'A') * 100 + usize::from(tens - b'0') * 10 + usize::from(units - b'0')
}

fn domain(number: u32) -> [u8; 3] {
    [b'A' + (number / 100) as u8, b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8]
}
