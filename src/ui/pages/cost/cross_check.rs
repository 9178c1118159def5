//! The cross-check: the same year simulated many times over, beside the exact figures, with the difference of each in
//! standard errors.

use std::rc::Rc;

use partnership_risk_core::decimal;
use partnership_risk_core::loss::sampling::{Estimate, Progress, Sampled};
use yew::prelude::{
    Callback, Html, Properties, UseReducerHandle, component, html, use_effect_with, use_reducer,
};

use crate::app::cross_check::{CheckEvent, CrossCheck as Check, Order, Stage};
use crate::app::queries::cost::State;
use crate::app::tasks::simulate;
use crate::ui::components::{Button, ButtonKind, Head, TableRow, table};
use crate::ui::session::Session;
use crate::ui::words::{chance, exact_pounds, grouped};

/// How many years are simulated.
const N_YEARS: usize = 1_000_000;

/// Props of [`CrossCheck`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What pages act through.
    pub session: Session,
    /// The exact figures that are checked.
    pub state: Rc<State>,
}

/// The cross-check.
#[component]
pub(super) fn CrossCheck(props: &Props) -> Html {
    let check = use_reducer(Check::default);
    use_effect_with((), {
        let world = props.session.world.clone();
        move |()| move || world.worker.stop()
    });
    html! {
        <section aria-labelledby="cross-check">
            <h2 id="cross-check">{ title(&check, &props.state) }</h2>
            <p class="note">{ "The same figures come about in another way: a million years are drawn by lot, risk by risk and event by event, and counted." }</p>
            { standing(&check, props) }
        </section>
    }
}

/// How much a simulated figure may differ before it is worth a second look: once in some hundred times by chance.
const FAR: f64 = 3.0;

fn title(check: &Check, state: &State) -> String {
    match &check.stage {
        Stage::Done(sampled) if !check.is_stale(&state.portfolio) => {
            let far = lines(sampled, state).iter().filter(|line| line.errors().abs() > FAR).count();
            match far {
                0 => "A simulation confirms the exact figures".to_owned(),
                n => format!(
                    "A simulation differs from {} of the exact figures by more than chance explains",
                    grouped(n)
                ),
            }
        }
        _ => "Check the figures by simulation".to_owned(),
    }
}

fn standing(check: &UseReducerHandle<Check>, props: &Props) -> Html {
    let stale = check.is_stale(&props.state.portfolio);
    match &check.stage {
        Stage::Idle => start(check, props, "Simulate a million years"),
        Stage::Running(progress) => running(check, props, *progress, stale),
        Stage::Done(sampled) if stale => html! {
            <>
                <p class="inset" role="status">{ format!("The figures have changed since {} years were simulated: that result no longer speaks of them.", grouped(sampled.years)) }</p>
                { start(check, props, "Simulate again") }
            </>
        },
        Stage::Done(sampled) => html! {
            <>
                { compared(sampled, &props.state) }
                { start(check, props, "Simulate another million years") }
            </>
        },
        Stage::Stopped => html! {
            <><p role="status">{ "Stopped before the end." }</p>{ start(check, props, "Simulate a million years") }</>
        },
        Stage::Failed(reason) => html! {
            <>
                <p class="inset" role="status">{ format!("The simulation stopped: {reason}. The exact figures do not need it.") }</p>
                { start(check, props, "Try again") }
            </>
        },
    }
}

fn start(check: &UseReducerHandle<Check>, props: &Props, label: &'static str) -> Html {
    let (check, session, state) = (check.clone(), props.session.clone(), props.state.clone());
    let on_press = Callback::from(move |_| begin(&check, &session, &state));
    Button { kind: ButtonKind::Secondary, label: label.into(), on_press, ..Button::default() }.view()
}

/// The first run has the number 1 as its seed, each further one the next number, so that every run can be repeated.
fn begin(check: &UseReducerHandle<Check>, session: &Session, state: &State) {
    let run = check.run + 1;
    let order = Order { portfolio: state.portfolio.clone(), seed: run, n_years: N_YEARS };
    let dispatcher = check.dispatcher();
    dispatcher.dispatch(CheckEvent::Begun(Rc::new(order.clone())));
    simulate(&session.world, &order, move |told| {
        dispatcher.dispatch(match told {
            Ok(told) => CheckEvent::Told(run, told),
            Err(reason) => CheckEvent::Failed(run, reason),
        });
    });
}

fn running(check: &UseReducerHandle<Check>, props: &Props, progress: Progress, stale: bool) -> Html {
    let (dispatcher, world) = (check.dispatcher(), props.session.world.clone());
    let on_press = Callback::from(move |_| {
        world.worker.stop();
        dispatcher.dispatch(CheckEvent::Stopped);
    });
    let done = format!("{} of {} years simulated", grouped(progress.done), grouped(progress.of));
    html! {
        <>
            <p><progress max={progress.of.to_string()} value={progress.done.to_string()} aria-label={done.clone()} />{ " " }{ done }</p>
            if stale {
                <p role="status">{ "The figures have changed since it began: its result will not speak of them." }</p>
            }
            { Button { kind: ButtonKind::Secondary, label: "Stop".into(), on_press, ..Button::default() }.view() }
        </>
    }
}

/// One figure, exact and simulated.
struct Line {
    name: String,
    exact: f64,
    simulated: Estimate,
    written: fn(f64) -> String,
}

impl Line {
    fn errors(&self) -> f64 {
        self.simulated.errors_above(self.exact)
    }
}

fn lines(sampled: &Sampled, state: &State) -> Vec<Line> {
    let line =
        |name: &str, exact, simulated, written| Line { name: name.to_owned(), exact, simulated, written };
    let pounds: fn(f64) -> String = exact_pounds;
    let mut all = vec![
        line("Expected loss", state.loss.mean(), sampled.mean, pounds),
        line("Year without a loss", state.portfolio.p_none(), sampled.p_none, chance),
    ];
    all.extend(sampled.quantiles.iter().map(|(level, estimate)| {
        let exact = state.loss.quantile(f64::from(*level) / 100.0).best;
        line(&format!("P{level}"), exact, *estimate, pounds)
    }));
    all.push(line("Tail value at risk, 95 %", state.loss.tail_mean(0.95), sampled.tail_mean, pounds));
    all
}

fn compared(sampled: &Sampled, state: &State) -> Html {
    let heads = [
        Head::text("Figure"),
        Head::number("Exact"),
        Head::number("Simulated"),
        Head::number("Standard error"),
        Head::number("Difference in standard errors"),
    ];
    let row = |line: &Line| {
        let [exact, simulated, error] =
            [line.exact, line.simulated.value, line.simulated.error].map(line.written);
        let difference = decimal::short(line.errors(), 1);
        TableRow::of(
            &line.name,
            [line.name.clone(), exact, simulated, error, difference].map(Html::from).to_vec(),
        )
    };
    let rows = lines(sampled, state).iter().map(row).collect();
    html! {
        <>
            { table("Exact and simulated figures", &heads, rows) }
            <p role="status">{ told(sampled) }</p>
        </>
    }
}

fn told(sampled: &Sampled) -> String {
    format!(
        "{} years, each drawn independently, seed {}; a difference of up to three standard errors is chance. Check number of this run: {:016x}.",
        grouped(sampled.years),
        sampled.seed,
        sampled.digest
    )
}
