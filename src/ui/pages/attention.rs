//! Messages above every page: what was just done, what could not be saved, and texts that could not be
//! read, which stay here until the person has them or lets them go.

use yew::prelude::{Html, component, html};

use crate::app::event::Event;
use crate::app::model::{Damaged, Keeping, Model, Notice};
use crate::app::tasks;
use crate::app::world::StoreError;
use crate::ui::components::{Banner, BannerKind, Button, ButtonKind};
use crate::ui::session::{Session, use_model, use_session};

/// Messages above every page.
#[component]
pub fn Attention() -> Html {
    let model = use_model();
    let session = use_session();
    html! {
        <>
            { not_kept(&model, &session) }
            for damaged in &model.damaged {
                <DamagedText damaged={damaged.clone()} />
            }
            { notice(&model, &session) }
        </>
    }
}

fn notice(model: &Model, session: &Session) -> Html {
    let dismiss = session.telling(|| Event::NoticeDismissed);
    match &model.notice {
        None => Html::default(),
        Some(Notice::Done(said)) => html! {
            <Banner kind={BannerKind::Done} title="Done">
                <p>{ said }</p>
                <Button kind={ButtonKind::Quiet} label="Hide this message" on_press={dismiss} />
            </Banner>
        },
        Some(Notice::Refused(said)) => html! {
            <Banner kind={BannerKind::Trouble} title="There is a problem">
                <p>{ said }</p>
                <Button kind={ButtonKind::Quiet} label="Hide this message" on_press={dismiss} />
            </Banner>
        },
    }
}

fn not_kept(model: &Model, session: &Session) -> Html {
    let what_to_do = match &model.keeping {
        Keeping::Nothing | Keeping::Pending | Keeping::Kept(_) | Keeping::Withheld => return Html::default(),
        Keeping::NotKept(StoreError::Blocked) => {
            "Allow storage for this page in the browser\u{2019}s settings, or save a file before you leave."
        }
        Keeping::NotKept(StoreError::Full) => {
            "What was saved before is untouched. Save a file before you leave, and make room in the browser."
        }
        Keeping::NotKept(StoreError::Failed(_)) => "Save a file before you leave.",
    };
    let Keeping::NotKept(error) = &model.keeping else { return Html::default() };
    let save = model.register.clone().map(|register| {
        let world = session.world.clone();
        move |_| tasks::offer_register(&world, &register)
    });
    html! {
        <Banner kind={BannerKind::Trouble} title="Not saved">
            <p>{ format!("Your work is in this page only: {error}.") }</p>
            <p>{ what_to_do }</p>
            if let Some(save) = save {
                <Button label="Save a file" on_press={save} />
            }
        </Banner>
    }
}

#[derive(Clone, PartialEq, yew::Properties)]
struct DamagedProps {
    damaged: Damaged,
}

/// One text that could not be read.
#[component]
fn DamagedText(props: &DamagedProps) -> Html {
    let session = use_session();
    let damaged = props.damaged.clone();
    let offer = {
        let (world, damaged) = (session.world.clone(), damaged.clone());
        move |_| tasks::offer_damaged(&world, &damaged)
    };
    let clear = {
        let (session, key) = (session.clone(), damaged.key.clone());
        move |_| session.tell(tasks::clear_damaged(&session.world, &key))
    };
    html! {
        <Banner kind={BannerKind::Trouble} title="A saved register could not be read">
            <p>{ format!("It has been put aside and nothing was overwritten: {}.", damaged.reason) }</p>
            <p>{ "Download it before you delete it: the text may still be mended." }</p>
            <Button label="Download what was found" on_press={offer} />
            <Button kind={ButtonKind::Warning} label="Delete it from this browser" on_press={clear} />
        </Banner>
    }
}
