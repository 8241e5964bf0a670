//! P8: random sequences of what a person, two companies, the clock and the server do, against a model of what each company may see.
//!
//! Everything goes over HTTP and by the jobs; after each step it is compared what each company sees: the person in the search and by
//! their address, how its offer stands, what is shared with it, and whether it may read the private room.

mod real;
mod reference;

use rand::RngExt;
use rand::rngs::StdRng;

use self::real::Real;
use self::reference::Model;
use super::{conclude, dice, trials};

/// Jobs of the small catalogue: a company offers each once, since it may not again for thirty days.
pub const JOBS: [&str; 4] = ["A1101", "M1801", "M1802", "M1803"];
/// Steps of one sequence.
const STEPS: usize = 30;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Show,
    Hide,
    Block(usize),
    Unblock(usize),
    LoseSiret(usize),
    RegainSiret(usize),
    Offer(usize),
    Accept(usize),
    Refuse(usize),
    Share(usize),
    Unshare(usize),
    Close(usize),
    Expire,
    LeaveOrganisation,
    PlanErasure,
    CancelErasure,
    Erase,
    Restart,
}

impl Step {
    /// Whether it takes the person.
    pub fn is_the_persons(self) -> bool {
        let others = matches!(self, Self::Restart | Self::Expire | Self::Offer(_));
        !others && !matches!(self, Self::LoseSiret(_) | Self::RegainSiret(_))
    }
}

const EITHER: [fn(usize) -> Step; 10] = [
    Step::Block,
    Step::Unblock,
    Step::LoseSiret,
    Step::RegainSiret,
    Step::Offer,
    Step::Accept,
    Step::Refuse,
    Step::Share,
    Step::Unshare,
    Step::Close,
];

fn draw(rng: &mut StdRng) -> Step {
    let company = rng.random_range(0..2);
    match rng.random_range(0..100) {
        0..14 => Step::Show,
        14..20 => Step::Hide,
        20..24 => Step::Expire,
        24..26 => Step::LeaveOrganisation,
        26..29 => Step::PlanErasure,
        29..32 => Step::CancelErasure,
        32..34 => Step::Erase,
        34..37 => Step::Restart,
        37..56 => Step::Offer(company),
        56..72 => Step::Accept(company),
        72..80 => Step::Share(company),
        _ => EITHER[rng.random_range(0..EITHER.len())](company),
    }
}

/// One sequence; what differed, and after which steps.
async fn sequence(rng: &mut StdRng, number: usize) -> Option<String> {
    let (mut model, mut real, mut done) = (Model::new(), Real::start(number).await, Vec::new());
    while done.len() < STEPS {
        let step = draw(rng);
        if !model.allows(step) {
            continue;
        }
        real.apply(step, &model).await;
        model.apply(step);
        done.push(step);
        // What was added is searchable within a second; what was taken away is gone already.
        if model.is_visible || matches!(step, Step::Restart) {
            real.app.settled().await;
        }
        for company in [0, 1] {
            let (expected, seen) = (model.seen(company), real.seen(company).await);
            if expected != seen {
                return Some(format!(
                    "company {company} sees {seen:?} and may see {expected:?} after {done:?}"
                ));
            }
        }
    }
    None
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_sequence_shows_a_company_more_or_less_than_it_may_see() {
    let (seed, mut rng) = dice();
    let sequences = trials(20);
    let mut leaks = Vec::new();
    for number in 0..sequences {
        leaks.extend(sequence(&mut rng, number).await);
    }
    conclude("model of grants", seed, format!("{sequences} sequences of {STEPS} steps"), &leaks);
}
