//! The parts of the page whose code is fetched when they are first wanted, so that the first load stays
//! small. A part is whatever only its function below leads to; the build cuts it out of the WebAssembly
//! (`xtask/src/parts.rs`), and `boot.js` fetches it. On the host nothing is cut and all is there at once.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use partnership_risk_core::date::Date;
use partnership_risk_core::example::Example;
use partnership_risk_core::register::Register;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::{Callback, Html, MouseEvent};

use super::pages::{
    Whereabouts, about, benchmark, catalogue, copies, cost, file, health, import, overview, records,
    register, settings, sharing,
};
use super::route::Route;
use super::session::Session;
use crate::app::event::{Event, Opened};
use crate::app::model::Model;
use crate::app::queries::findings;
use crate::app::tasks::{self, Received, Saving, TellEvent, ToKeep};
use crate::app::world::{Later, World};

/// A page: what is seen at a place.
pub type Page = fn(&Model, &Session, &Whereabouts) -> Html;

/// Whether something is still to be done.
pub type Wanted = Rc<Cell<bool>>;

/// The work on a register, which is fetched as soon as there is one.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// Looks at what is kept.
    pub open: fn(World) -> Later<Opened>,
    /// Keeps the register, as long as that is wanted.
    pub keep: fn(World, ToKeep, Wanted) -> Later<Option<Event>>,
    /// Keeps the register without waiting for anything.
    pub keep_at_once: fn(&World, &ToKeep) -> Event,
    /// Makes one what is here and what another tab has kept, if one has.
    pub rejoin: fn(World, ToKeep) -> Later<Option<Event>>,
    /// Offers it as a file.
    pub offer: fn(&World, &Register),
    /// Writes it to a file.
    pub save: fn(World, Saving) -> Later<Option<Event>>,
    /// How many open findings the checks have on a day.
    pub findings: fn(&Rc<Register>, Date) -> usize,
}

/// A part that holds pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What needs attention, with the work on the register as a whole.
    Desk,
    /// The organisation and its partnerships, with their forms.
    Partnerships,
    /// The risks, with their form.
    Risks,
    /// Controls, actions and losses, with their forms.
    Work,
    /// How well partnerships are run.
    Health,
    /// What the risks cost in a year.
    Cost,
    /// The own league table beside published ones, and our practice beside published figures.
    Benchmark,
    /// The surveys, with their forms.
    Surveys,
    /// What other bodies have let us know.
    Peers,
    /// What the register keeps about itself.
    Records,
    /// The categories of risk, and the typical risks that a partnership may have overlooked.
    Catalogue,
    /// The rules by which the organisation judges.
    Settings,
    /// Spreadsheets on their way in and out.
    Import,
    /// The register as a file.
    File,
    /// What is handed to others and what comes from them: links, and questions for partners.
    Sharing,
    /// Other copies of the register, to be merged or compared.
    Copies,
    /// What this is and what it rests on.
    About,
}

/// Whether the page of a place is there.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// It is, and is never fetched.
    AlwaysHere,
    /// It is.
    Here(Page),
    /// It is being fetched.
    OnItsWay,
    /// It could not be fetched; this tries again.
    Failed(Callback<MouseEvent>),
}

impl Part {
    /// The part that holds the page of a place; none for the pages that are always there. Where there is no
    /// register, every place that needs one shows how to begin.
    #[must_use]
    pub fn of(route: &Route, has_register: bool) -> Option<Self> {
        Self::of_place(route).filter(|part| has_register || part.needs_none(route))
    }

    fn needs_none(self, route: &Route) -> bool {
        matches!(route, Route::Organisation | Route::Storage | Route::CompareFiles(_))
            || matches!(self, Self::Import | Self::File | Self::Sharing | Self::About | Self::Catalogue)
    }

    /// The part that holds the page of a place once there is a register.
    #[must_use]
    pub fn of_place(route: &Route) -> Option<Self> {
        match route {
            Route::NotFound => None,
            Route::Overview => Some(Self::Desk),
            Route::Organisation
            | Route::Partnerships(_)
            | Route::PartnershipAttention
            | Route::NewPartnership
            | Route::Partnership(_)
            | Route::PartnershipRisks(_)
            | Route::EditPartnership(_) => Some(Self::Partnerships),
            Route::Risks(_) | Route::NewRisk(_) | Route::Risk(_) | Route::BowTie(_) => Some(Self::Risks),
            Route::Health
            | Route::PartnershipHealth(_)
            | Route::NewHealthCheck(_)
            | Route::EditHealthCheck(_)
            | Route::HealthCheck(..) => Some(Self::Health),
            Route::Controls(_)
            | Route::NewControl(_)
            | Route::Control(_)
            | Route::Actions(_)
            | Route::NewAction(_)
            | Route::Action(_)
            | Route::Losses
            | Route::NewLoss(_)
            | Route::Loss(_) => Some(Self::Work),
            Route::Cost(_)
            | Route::CostShares(_)
            | Route::CostControls(_)
            | Route::CostLosses(_)
            | Route::PartnershipCost(_) => Some(Self::Cost),
            Route::Benchmark(_) | Route::Several(_) | Route::Practice => Some(Self::Benchmark),
            Route::Surveys(_)
            | Route::Survey(..)
            | Route::NewSurvey(_)
            | Route::EditSurvey(_)
            | Route::SurveyCrosswalk(_) => Some(Self::Surveys),
            Route::Peers(_) => Some(Self::Peers),
            Route::Search(_)
            | Route::History(_)
            | Route::Checks(_)
            | Route::Waive(_)
            | Route::Snapshots(_)
            | Route::Snapshot(_)
            | Route::PartnershipTrend(_)
            | Route::Duties(_)
            | Route::Views => Some(Self::Records),
            Route::Catalogue | Route::Category(_) | Route::Suggestions(_) => Some(Self::Catalogue),
            Route::Settings
            | Route::MatrixSettings
            | Route::AppetiteSettings
            | Route::SignificanceSettings
            | Route::CategorySettings
            | Route::DriverSettings
            | Route::Copies
            | Route::Storage => Some(Self::Settings),
            Route::Import | Route::Export => Some(Self::Import),
            Route::File => Some(Self::File),
            Route::Share(_)
            | Route::Shared(_)
            | Route::NewQuestionnaire(_)
            | Route::Questionnaire(_)
            | Route::Answers(_) => Some(Self::Sharing),
            Route::Merge(_) | Route::CompareFiles(_) => Some(Self::Copies),
            Route::About => Some(Self::About),
        }
    }

    /// Its page, fetched if it has not been.
    ///
    /// # Errors
    /// It could not be fetched; it can be asked for again.
    pub async fn fetched(self) -> Result<Page, SplitLoaderError> {
        match self {
            Self::Desk => overview_part().await,
            Self::Partnerships => partnerships_part().await,
            Self::Risks => risks_part().await,
            Self::Work => work_part().await,
            Self::Health => health_part().await,
            Self::Cost => cost_part().await,
            Self::Benchmark => benchmark_part().await,
            Self::Surveys => surveys_part().await,
            Self::Peers => peers_part().await,
            Self::Records => records_part().await,
            Self::Catalogue => catalogue_part().await,
            Self::Settings => settings_part().await,
            Self::Import => import_part().await,
            Self::File => file_part().await,
            Self::Sharing => sharing_part().await,
            Self::Copies => copies_part().await,
            Self::About => about_part().await,
        }
    }

    /// Its page, if it is there already.
    #[must_use]
    pub fn at_hand(self) -> Option<Page> {
        at_hand(self.fetched())
    }
}

/// What was fetched before, and is there without waiting.
fn at_hand<T>(fetched: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(fetched).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(found)) => Some(found),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}

/// The work on a register, if it is there already.
#[must_use]
pub fn desk_at_hand() -> Option<Desk> {
    at_hand(desk())
}

/// The work on a register.
///
/// # Errors
/// It could not be fetched; it can be asked for again.
#[wasm_split(desk, fallible)]
pub fn desk() -> Result<Desk, SplitLoaderError> {
    Ok(Desk {
        open: |world| Box::pin(tasks::open(world)),
        keep: |world, this, wanted| Box::pin(tasks::keep(world, this, move || wanted.get())),
        keep_at_once: tasks::keep_at_once,
        rejoin: |world, this| Box::pin(tasks::rejoin(world, this)),
        offer: tasks::offer_register,
        save: |world, saving| Box::pin(tasks::save_file(world, saving)),
        findings: findings::open_findings,
    })
}

#[wasm_split(desk, fallible)]
fn overview_part() -> Result<Page, SplitLoaderError> {
    Ok(overview::overview_page)
}

#[wasm_split(partnerships, fallible)]
fn partnerships_part() -> Result<Page, SplitLoaderError> {
    Ok(register::partnerships_page)
}

#[wasm_split(risks, fallible)]
fn risks_part() -> Result<Page, SplitLoaderError> {
    Ok(register::risks_page)
}

#[wasm_split(work, fallible)]
fn work_part() -> Result<Page, SplitLoaderError> {
    Ok(register::work_page)
}

#[wasm_split(health, fallible)]
fn health_part() -> Result<Page, SplitLoaderError> {
    Ok(health::health_page)
}

#[wasm_split(cost, fallible)]
fn cost_part() -> Result<Page, SplitLoaderError> {
    Ok(cost::cost_page)
}

/// What works out costs, tried with nobody waiting.
///
/// # Errors
/// It could not be fetched; it can be asked for again.
#[wasm_split(cost, fallible)]
pub fn cost_rehearsal() -> Result<fn(), SplitLoaderError> {
    Ok(crate::app::queries::cost::rehearse)
}

#[wasm_split(benchmark, fallible)]
fn benchmark_part() -> Result<Page, SplitLoaderError> {
    Ok(benchmark::benchmark_page)
}

#[wasm_split(surveys, fallible)]
fn surveys_part() -> Result<Page, SplitLoaderError> {
    Ok(benchmark::surveys_page)
}

#[wasm_split(peers, fallible)]
fn peers_part() -> Result<Page, SplitLoaderError> {
    Ok(benchmark::peers_page)
}

#[wasm_split(records, fallible)]
fn records_part() -> Result<Page, SplitLoaderError> {
    Ok(records::records_page)
}

#[wasm_split(settings, fallible)]
fn settings_part() -> Result<Page, SplitLoaderError> {
    Ok(settings::settings_page)
}

#[wasm_split(catalogue, fallible)]
fn catalogue_part() -> Result<Page, SplitLoaderError> {
    Ok(catalogue::catalogue_page)
}

#[wasm_split(import, fallible)]
fn import_part() -> Result<Page, SplitLoaderError> {
    Ok(import::import_page)
}

#[wasm_split(file, fallible)]
fn file_part() -> Result<Page, SplitLoaderError> {
    Ok(file::file_page)
}

#[wasm_split(sharing, fallible)]
fn sharing_part() -> Result<Page, SplitLoaderError> {
    Ok(sharing::sharing_page)
}

#[wasm_split(copies, fallible)]
fn copies_part() -> Result<Page, SplitLoaderError> {
    Ok(copies::copies_page)
}

#[wasm_split(about, fallible)]
fn about_part() -> Result<Page, SplitLoaderError> {
    Ok(about::about_page)
}

/// What makes sense of a chosen file, with an eye to the register that it may go to.
pub type Receive = fn(&World, Option<&Rc<Register>>, Received, TellEvent);

/// What makes sense of a chosen file.
///
/// # Errors
/// It could not be fetched; it can be asked for again.
#[wasm_split(import, fallible)]
pub fn receiver() -> Result<Receive, SplitLoaderError> {
    Ok(tasks::receive)
}

/// The worked examples.
///
/// # Errors
/// They could not be fetched.
#[wasm_split(example, fallible)]
pub fn examples() -> Result<fn(Example) -> Register, SplitLoaderError> {
    Ok(Example::register)
}
