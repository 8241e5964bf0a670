//! The reference: what each company may see, in the words of the promises.

use super::{JOBS, Step};

/// How the newest offer of a company stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Nothing,
    Pending,
    Accepted,
    Refused,
    Expired,
    Closed,
    Unavailable,
}

/// What a company sees.
#[expect(clippy::struct_excessive_bools, reason = "each is seen in another place")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Refused altogether, as one that may not recruit.
    pub is_refused: bool,
    /// In the search.
    pub finds: bool,
    /// By the address of the profile.
    pub opens: bool,
    pub offer: Stands,
    pub reads_address: bool,
    pub reads_room: bool,
}

/// The reference.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that somebody did or did not do"
)]
#[derive(Clone, Debug)]
pub struct Model {
    pub is_there: bool,
    is_leaving: bool,
    pub is_visible: bool,
    has_left_organisation: bool,
    blocks: [bool; 2],
    is_active: [bool; 2],
    offers: [Stands; 2],
    shares: [bool; 2],
    pub sent: [usize; 2],
}

impl Model {
    pub fn new() -> Self {
        Self {
            is_there: true,
            is_leaving: false,
            is_visible: false,
            has_left_organisation: false,
            blocks: [false; 2],
            is_active: [true; 2],
            offers: [Stands::Nothing; 2],
            shares: [false; 2],
            sent: [0; 2],
        }
    }

    fn is_found_by(&self, company: usize) -> bool {
        self.is_there
            && !self.is_leaving
            && self.is_visible
            && !self.blocks[company]
            && self.is_active[company]
    }

    /// Whether the step makes sense now; the server's refusals of the others have tests of their own.
    pub fn allows(&self, step: Step) -> bool {
        if !self.is_there && step.is_the_persons() {
            return false;
        }
        match step {
            Step::Restart | Step::Kill | Step::Rebuild | Step::Expire | Step::Hide => true,
            Step::LoseSiret(company) => self.is_active[company],
            Step::RegainSiret(company) => !self.is_active[company],
            Step::Offer(company) => {
                self.is_found_by(company)
                    && self.offers[company] != Stands::Pending
                    && self.sent[company] < JOBS.len()
            }
            Step::Show | Step::PlanErasure => !self.is_leaving,
            Step::Block(company) => !self.blocks[company],
            Step::Unblock(company) => self.blocks[company],
            Step::Accept(company) | Step::Refuse(company) => {
                self.offers[company] == Stands::Pending && self.is_active[company]
            }
            Step::Share(company) => {
                self.offers[company] == Stands::Accepted && !self.shares[company] && self.is_active[company]
            }
            Step::Unshare(company) => self.shares[company],
            Step::Close(company) => self.offers[company] == Stands::Accepted,
            Step::LeaveOrganisation => !self.has_left_organisation,
            Step::CancelErasure | Step::Erase => self.is_leaving,
        }
    }

    pub fn apply(&mut self, step: Step) {
        match step {
            Step::Show => self.is_visible = true,
            Step::Hide => self.is_visible = false,
            Step::Block(company) => self.blocks[company] = true,
            Step::Unblock(company) => self.blocks[company] = false,
            Step::LoseSiret(company) => self.is_active[company] = false,
            Step::RegainSiret(company) => self.is_active[company] = true,
            Step::Offer(company) => {
                (self.offers[company], self.shares[company]) = (Stands::Pending, false);
                self.sent[company] += 1;
            }
            Step::Accept(company) => self.offers[company] = Stands::Accepted,
            Step::Refuse(company) => self.offers[company] = Stands::Refused,
            Step::Share(company) => self.shares[company] = true,
            Step::Unshare(company) => self.shares[company] = false,
            // What was shared goes on for thirty days, or until it is taken back.
            Step::Close(company) => self.offers[company] = Stands::Closed,
            Step::Expire => self.expire(),
            Step::LeaveOrganisation => self.has_left_organisation = true,
            Step::PlanErasure => (self.is_leaving, self.is_visible) = (true, false),
            Step::CancelErasure => self.is_leaving = false,
            Step::Erase => {
                self.expire();
                self.is_there = false;
                self.shares = [false; 2];
                let is_open = |offer: &Stands| [Stands::Pending, Stands::Accepted].contains(offer);
                for offer in self.offers.iter_mut().filter(|offer| is_open(offer)) {
                    *offer = Stands::Unavailable;
                }
            }
            Step::Restart | Step::Kill | Step::Rebuild => {}
        }
    }

    fn expire(&mut self) {
        for offer in self.offers.iter_mut().filter(|offer| **offer == Stands::Pending) {
            *offer = Stands::Expired;
        }
    }

    /// What a company sees; nothing while it may not recruit.
    pub fn seen(&self, company: usize) -> Seen {
        let is_active = self.is_active[company];
        Seen {
            is_refused: !is_active,
            finds: self.is_found_by(company),
            opens: self.is_found_by(company),
            offer: if is_active { self.offers[company] } else { Stands::Nothing },
            // Whoever is leaving shows nothing; should they stay, what they shared is there again.
            reads_address: is_active && self.shares[company] && !self.is_leaving,
            reads_room: is_active && self.offers[company] == Stands::Accepted,
        }
    }

    /// Whether the server has to refuse the person this: an answer that is none any more, a share nothing was agreed to.
    pub fn refuses(&self, step: Step) -> bool {
        match step {
            Step::Accept(company) | Step::Refuse(company) => {
                self.is_there && self.sent[company] > 0 && !self.allows(step)
            }
            Step::Share(company) => {
                self.is_there && self.sent[company] > 0 && self.offers[company] != Stands::Accepted
            }
            _ => false,
        }
    }
}
