//! Recognises the request a cursor belongs to.

use super::super::request::{Criterion, RomeFilter, SearchRequest};
use crate::level::Level;

/// A running 64-bit hash with a fixed definition: cursors outlive the process that wrote them.
struct Fingerprint(u64);

impl Fingerprint {
    fn number(&mut self, value: u64) {
        for byte in value.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        for &byte in bytes {
            self.number(u64::from(byte));
        }
    }

    fn level(&mut self, level: Option<Level>) {
        self.number(level.map_or(0, |level| u64::from(level.get())));
    }

    fn criterion(&mut self, criterion: Criterion) {
        self.number(u64::from(criterion.skill.0));
        self.level(criterion.min_level);
        self.level(criterion.max_level);
        self.number(u64::from(criterion.validated_only));
        self.number(u64::from(criterion.required));
    }
}

/// Sums up everything that decides the results and their order, but for who is blocked or hidden.
pub(crate) fn of(request: &SearchRequest) -> u64 {
    let mut print = Fingerprint(0xcbf2_9ce4_8422_2325);
    print.number(request.criteria.len() as u64);
    request.criteria.iter().for_each(|criterion| print.criterion(*criterion));
    print.number(request.min_matching.map_or(0, |least| u64::from(least) + 1));
    print.number(request.exclude.len() as u64);
    request.exclude.iter().for_each(|skill| print.number(u64::from(skill.0)));
    print.number(request.rome.len() as u64);
    request.rome.iter().map(RomeFilter::to_string).for_each(|value| print.bytes(value.as_bytes()));
    if let Some(fit) = &request.job {
        print.bytes(&fit.job.bytes());
        print.number(fit.core.len() as u64);
        fit.core.iter().for_each(|skill| print.number(u64::from(skill.0)));
    }
    print.number(u64::MAX);
    for word in request.name.iter().flat_map(super::super::request::NameQuery::words) {
        print.bytes(word.as_bytes());
    }
    print.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{ProfileId, SkillCode};
    use crate::profiles::ProfileSet;
    use crate::profiles::request::{FacetSelection, NameQuery};

    #[test]
    fn what_changes_the_results_changes_the_fingerprint() {
        let plain = SearchRequest::default();
        let changed = [
            SearchRequest { min_matching: Some(0), ..plain.clone() },
            SearchRequest { exclude: vec![SkillCode(1)], ..plain.clone() },
            SearchRequest { rome: vec![RomeFilter::Letter(b'M')], ..plain.clone() },
            SearchRequest { name: NameQuery::parse("le").ok(), ..plain.clone() },
            SearchRequest { name: NameQuery::parse("l e").ok(), ..plain.clone() },
        ];
        let mut prints: Vec<u64> = changed.iter().map(of).collect();
        prints.push(of(&plain));
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), changed.len() + 1);
        let same = SearchRequest {
            limit: 3,
            blocked: vec![ProfileId(1)],
            hidden: vec![ProfileSet::new(vec![ProfileId(2)])],
            facets: FacetSelection { rome: true, ..FacetSelection::default() },
            ..plain.clone()
        };
        assert_eq!(of(&same), of(&plain));
    }
}
