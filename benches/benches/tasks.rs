//! How long each task takes on the host: `cargo bench -p partnership-risk-benches --bench tasks`. The same tasks are timed
//! in a browser by `cargo xtask bench`.

use divan::Bencher;
use partnership_risk_benches::tasks;

fn main() {
    divan::main();
}

#[divan::bench(sample_size = 1, args = tasks::ALL.iter().map(|(name, _)| *name))]
fn task(bencher: Bencher, name: &str) {
    let mut task = tasks::named(name).expect("it is one of them");
    let task = std::cell::RefCell::new(&mut task);
    bencher.with_inputs(|| task.borrow_mut().prepare()).bench_local_values(|()| task.borrow_mut().run());
}
