//! What becomes of one row of a roll call, when others may have marked meanwhile.

/// What a row meets.
#[derive(Clone, Copy, Debug)]
pub struct Met {
    /// Number of the mark the writer saw; 0 for none.
    pub seen: i32,
    /// Number of the newest mark; 0 for none.
    pub newest: i32,
    /// Whether the newest says the same.
    pub says_the_same: bool,
    /// Number of the mark that this very row wrote before, when a device sends it again.
    pub written_before: Option<i32>,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is written under this number.
    Write(i32),
    /// Nothing is to be written: this number stands for it.
    Stands(i32),
    /// Somebody else marked meanwhile, and otherwise.
    Conflict,
}

/// Decides. Nothing is overwritten unseen, and what was written once is not written again.
pub fn decide(met: Met) -> Outcome {
    match met.written_before {
        Some(number) => Outcome::Stands(number),
        None if met.newest > 0 && met.says_the_same => Outcome::Stands(met.newest),
        None if met.seen == met.newest => Outcome::Write(met.newest + 1),
        None => Outcome::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten_unseen() {
        let met = |seen, newest| Met { seen, newest, says_the_same: false, written_before: None };
        assert_eq!(decide(met(0, 0)), Outcome::Write(1));
        assert_eq!(decide(met(3, 3)), Outcome::Write(4));
        assert_eq!(decide(met(0, 1)), Outcome::Conflict);
        assert_eq!(decide(met(2, 3)), Outcome::Conflict);
        assert_eq!(decide(met(4, 3)), Outcome::Conflict, "a mark nobody wrote was not seen");
    }

    #[test]
    fn what_is_there_already_is_not_written_again() {
        let same = Met { seen: 0, newest: 2, says_the_same: true, written_before: None };
        assert_eq!(decide(same), Outcome::Stands(2));
        let again = Met { seen: 0, newest: 5, says_the_same: false, written_before: Some(1) };
        assert_eq!(decide(again), Outcome::Stands(1), "its own later change, or another's, stays the newest");
        let nothing = Met { seen: 0, newest: 0, says_the_same: true, written_before: None };
        assert_eq!(decide(nothing), Outcome::Write(1));
    }
}
