//! Watches each class of questions with criterion, on Carnet's index alone: `cargo bench -p carnet-benches --bench classes`
//! says whether a change made one slower. `search` compares with the references.

use std::hint::black_box;

use carnet_benches::catalogue::Catalogue;
use carnet_benches::corpus::Corpus;
use carnet_benches::engine::Engine;
use carnet_benches::engines::Carnet;
use carnet_benches::questions::{self, Class};
use criterion::{Criterion, criterion_group, criterion_main};

const PEOPLE: u64 = 100_000;
const SEED: u64 = 42;
const QUESTIONS: usize = 200;

fn classes(criterion: &mut Criterion) {
    let catalogue = Catalogue::load().expect("a catalogue");
    let corpus = Corpus::new(&catalogue, PEOPLE, SEED);
    let (carnet, _) = Carnet::build(&corpus).expect("an index");
    let mut group = criterion.benchmark_group("search");
    for class in Class::ALL {
        let drawn = questions::draw(class, &corpus, QUESTIONS);
        let prepare = |question| carnet.prepare(class, question).expect("a question");
        let asked: Vec<_> = drawn.iter().filter_map(prepare).collect();
        let mut next = 0;
        group.bench_function(class.name(), |bench| {
            bench.iter(|| {
                next = (next + 1) % asked.len();
                carnet.ask(black_box(&asked[next])).expect("an answer")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, classes);
criterion_main!(benches);
