//! Measures the lookup of jobs and skills at the size of the national catalogue, on synthetic titles.

use std::hint::black_box;
use std::time::{Duration, Instant};

use carnet_index::{
    CatalogAppellation, CatalogEntries, CatalogIndex, CatalogJob, CatalogSkill, RomeCode, SkillCode,
};
use criterion::Criterion;

const JOBS: usize = 1_584;
const APPELLATIONS_PER_JOB: usize = 8;
const SKILLS: usize = 33_000;
const TRIES: usize = 5;
const STEMS: [&str; 40] = [
    "développ",
    "soud",
    "conduct",
    "mont",
    "analys",
    "prépar",
    "contrôl",
    "install",
    "régl",
    "coord",
    "gestionn",
    "assist",
    "vend",
    "format",
    "anim",
    "technic",
    "mécanic",
    "électric",
    "cuisin",
    "boulang",
    "maçonn",
    "charpent",
    "peint",
    "jardin",
    "infirm",
    "éduc",
    "chauff",
    "emball",
    "usin",
    "moul",
    "décor",
    "coutur",
    "restaur",
    "account",
    "logist",
    "inform",
    "réseau",
    "systèm",
    "sécur",
    "qualit",
];
const ENDINGS: [(&str, &str); 5] =
    [("eur", "euse"), ("ateur", "atrice"), ("ien", "ienne"), ("ier", "ière"), ("ant", "ante")];
const OBJECTS: [&str; 12] = [
    "de production",
    "d'atelier",
    "en bâtiment",
    "de l'industrie",
    "à domicile",
    "de réseaux",
    "d'exploitation",
    "en restauration collective",
    "de systèmes automatisés",
    "du commerce",
    "sur machines",
    "d'œuvres d'art",
];

/// A small generator of pseudo-random numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn title(&mut self) -> String {
        let (stem, (one, other)) = (self.pick(&STEMS), ENDINGS[self.below(ENDINGS.len())]);
        let (object, number) = (self.pick(&OBJECTS), self.below(400));
        let detail = self.pick(&STEMS);
        format!("{stem}{one} / {stem}{other} {object} {detail}age{number}")
    }
}

fn entries(random: &mut Random) -> CatalogEntries {
    let job = |at: usize, random: &mut Random| {
        let code = format!("{}{}{:02}", (b'A' + (at % 14) as u8) as char, 11 + at / 14 % 9, at / 126 + 1);
        let appellation = |number: usize, random: &mut Random| CatalogAppellation {
            code: (at * APPELLATIONS_PER_JOB + number) as u32 + 10_000,
            label: random.title(),
        };
        CatalogJob {
            code: RomeCode::parse(&code).expect("a job code"),
            label: random.title(),
            appellations: (0..APPELLATIONS_PER_JOB).map(|number| appellation(number, random)).collect(),
        }
    };
    CatalogEntries {
        jobs: (0..JOBS).map(|at| job(at, random)).collect(),
        skills: (0..SKILLS)
            .map(|at| CatalogSkill { code: SkillCode(100_000 + at as u32), label: random.title() })
            .collect(),
    }
}

/// What people type: beginnings of one to three words of a title, some with a typo.
fn typed(random: &mut Random) -> String {
    let title = random.title();
    let words: Vec<&str> = title.split(' ').filter(|word| *word != "/").collect();
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        let word: Vec<char> = words[random.below(words.len())].chars().collect();
        text.extend(&word[..=random.below(word.len())]);
        text.push(' ');
    }
    if random.below(4) == 0 {
        text.remove(text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at));
    }
    text
}

fn report(what: &str, mut taken: Vec<Duration>) {
    taken.sort_unstable();
    let at = |share: usize| taken[taken.len() * share / 100].as_secs_f64() * 1e6;
    println!("{what:10} median {:8.1}  p90 {:8.1}  p99 {:8.1}  (microseconds)", at(50), at(90), at(99));
}

fn main() {
    let mut random = Random(1);
    let entries = entries(&mut random);
    let started = Instant::now();
    let index = CatalogIndex::build(entries);
    println!("built in {:?}", started.elapsed());
    let questions: Vec<String> = (0..2_000).map(|_| typed(&mut random)).collect();
    let time = |ask: &dyn Fn(&str) -> usize| -> Vec<Duration> {
        let once = |question: &String| {
            let started = Instant::now();
            black_box(ask(black_box(question)));
            started.elapsed()
        };
        // On a shared machine the quickest of several tries says what the work itself takes.
        let one = |question: &String| (0..TRIES).map(|_| once(question)).min().unwrap_or_default();
        questions.iter().map(one).collect()
    };
    report("jobs", time(&|question| index.suggest_jobs(question, 10).len()));
    report("skills", time(&|question| index.suggest_skills(question, 10).len()));
    let mut criterion = Criterion::default().configure_from_args();
    let mut next = 0;
    criterion.bench_function("catalog/jobs", |bench| {
        bench.iter(|| {
            next = (next + 1) % questions.len();
            index.suggest_jobs(&questions[next], 10)
        });
    });
    criterion.final_summary();
}
