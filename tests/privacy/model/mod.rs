//! P8: random sequences of what a person, two companies, the clock and the server do, against a model of what each company may see.
//!
//! Everything goes over HTTP and by the jobs; after each step it is compared what each company sees: the person in the search and by
//! their address, how its offer stands, what is shared with it, and whether it may read the private room.

mod real;
mod reference;

use std::ops::Range;

use futures::stream::{self, StreamExt as _};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use self::real::{Real, Stage};
use self::reference::Model;
use super::{conclude, setting, trials};

/// Jobs of the small catalogue: a company offers each once, since it may not again for thirty days.
pub const JOBS: [&str; 4] = ["A1101", "M1801", "M1802", "M1803"];
/// Steps of one sequence.
const STEPS: usize = 50;
/// Sequences played on one server, one after the other, each with a person and companies of its own.
const PER_SERVER: usize = 20;
/// Servers at once: while one waits for its database or its index, another goes on.
const SERVERS: usize = 4;

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
    /// The server ends as it should, and starts again.
    Restart,
    /// Its sessions with the database are cut, whatever they were doing, and it starts again.
    Kill,
    /// Its index is gone when it starts again.
    Rebuild,
}

impl Step {
    /// Whether it takes the person.
    pub fn is_the_persons(self) -> bool {
        let others = matches!(self, Self::Expire | Self::Offer(_));
        !others && !self.is_the_servers() && !matches!(self, Self::LoseSiret(_) | Self::RegainSiret(_))
    }

    /// Whether it is done to the server.
    pub fn is_the_servers(self) -> bool {
        matches!(self, Self::Restart | Self::Kill | Self::Rebuild)
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
        34 => Step::Restart,
        35 => Step::Kill,
        36 => Step::Rebuild,
        37..56 => Step::Offer(company),
        56..72 => Step::Accept(company),
        72..80 => Step::Share(company),
        _ => EITHER[rng.random_range(0..EITHER.len())](company),
    }
}

/// The sequence of this number, the same in every run of this seed; what differed, and after which steps.
async fn sequence(stage: &mut Stage, seed: u64, number: usize) -> Option<String> {
    let mut rng = StdRng::seed_from_u64(seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
    let (mut model, mut real, mut done) = (Model::new(), Real::enter(stage, number).await, Vec::new());
    while done.len() < STEPS {
        let step = draw(&mut rng);
        if model.allows(step) {
            real.apply(step, &model).await;
            model.apply(step);
        } else if model.refuses(step) {
            if !real.is_refused(step).await {
                return Some(format!("sequence {number}: {step:?} is taken after {done:?}"));
            }
        } else {
            continue;
        }
        done.push(step);
        // What was added is searchable within a second; what was taken away is gone already.
        if model.is_visible || step.is_the_servers() {
            real.stage.app.settled().await;
        }
        for company in [0, 1] {
            let (expected, seen) = (model.seen(company), real.seen(company).await);
            if expected != seen {
                return Some(format!(
                    "sequence {number}: company {company} sees {seen:?} and may see {expected:?} after {done:?}"
                ));
            }
        }
    }
    // What an erased account leaves behind are states and months.
    if model.is_there {
        real.assert_trails_agree().await;
    }
    None
}

/// Sequences on one server; the numbers of those that differed, and what.
async fn sequences(seed: u64, numbers: Range<usize>) -> Vec<String> {
    let (mut stage, mut leaks) = (Stage::start().await, Vec::new());
    for number in numbers {
        leaks.extend(sequence(&mut stage, seed, number).await);
    }
    leaks
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_sequence_shows_a_company_more_or_less_than_it_may_see() {
    let (seed, total): (u64, usize) = (setting("CARNET_SEED", 1), trials(10));
    let per_server = PER_SERVER.min(total.div_ceil(SERVERS));
    let servers = (0..total).step_by(per_server).map(|first| first..(first + per_server).min(total));
    let leaks: Vec<String> = stream::iter(servers.map(|numbers| sequences(seed, numbers)))
        .buffer_unordered(SERVERS)
        .concat()
        .await;
    conclude("P8 model of grants", seed, format!("{total} sequences of {STEPS} steps"), &leaks);
}
