//! The signs of all jobs for one text, sign by sign.

use super::features::{FIRST_SIGHT, SIGNS, Sign, Signs};
use super::said::{Groups, Whose};

/// What each sign says of every job, or of every group of jobs; what is not put there says nothing.
#[derive(Debug)]
pub(crate) struct Board([(Whose, Vec<f32>); SIGNS]);

impl Board {
    pub(crate) fn new() -> Self {
        Self([const { (Whose::Job, Vec::new()) }; SIGNS])
    }

    /// Notes what a sign says of every job, of every domain or of every family.
    pub(crate) fn put(&mut self, sign: Sign, whose: Whose, says: Vec<f32>) {
        self.0[sign as usize] = (whose, says);
    }

    /// How well each of so many jobs fits at first sight.
    pub(crate) fn first_sight(&self, jobs: usize) -> Vec<f32> {
        let mut sight = vec![0.0; jobs];
        for (sign, weight) in FIRST_SIGHT {
            sight.iter_mut().zip(&self.0[*sign as usize].1).for_each(|(sum, says)| *sum += weight * says);
        }
        sight
    }

    /// The signs of one job.
    pub(crate) fn of(&self, job: usize, groups: &Groups) -> Signs {
        let mut signs = [0.0; SIGNS];
        for (sign, (whose, says)) in signs.iter_mut().zip(&self.0) {
            *sign = says.get(groups.place(*whose, job)).copied().unwrap_or_default();
        }
        signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_group_is_said_of_its_jobs() {
        let groups = Groups { domains: vec![0, 0, 1], families: vec![0, 1, 2] };
        let mut board = Board::new();
        board.put(Sign::Votes8, Whose::Job, vec![0.1, 0.2, 0.3]);
        board.put(Sign::DomainNamesBegin, Whose::Domain, vec![0.4, 0.5]);
        board.put(Sign::FamilyNamesBegin, Whose::Family, vec![0.6, 0.7, 0.8]);
        let said = |job: usize| {
            let signs = board.of(job, &groups);
            [Sign::Votes8, Sign::DomainNamesBegin, Sign::FamilyNamesBegin, Sign::Pairs]
                .map(|sign| signs[sign as usize])
        };
        assert_eq!([said(1), said(2)], [[0.2, 0.4, 0.7, 0.0], [0.3, 0.5, 0.8, 0.0]]);
        let sight = board.first_sight(3);
        assert!(sight[0] > 0.0 && sight[0] < sight[1] && sight[1] < sight[2], "{sight:?}");
    }
}
