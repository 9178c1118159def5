//! What can be taken away of a picture: its figures as a table, and itself in two forms.

use std::rc::Rc;

use yew::prelude::{Callback, Html, html};

use crate::app::tasks::{Figures, offer_figures, offer_picture};
use crate::app::world::PictureForm;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::session::Session;

/// A picture that can be taken away.
pub(super) struct TakeAway {
    /// The id of the picture on the page.
    pub picture: &'static str,
    /// What it is called beside its buttons.
    pub name: &'static str,
    /// What its files are called, without their endings.
    pub stem: &'static str,
    /// The figures behind it.
    pub figures: Figures,
}

impl TakeAway {
    /// The buttons.
    pub(super) fn view(self, session: &Session) -> Html {
        let (stem, id, figures) = (self.stem, self.picture, Rc::new(self.figures));
        let table = {
            let world = session.world.clone();
            Callback::from(move |_| offer_figures(&world, stem, &figures))
        };
        let picture = |form: PictureForm| {
            let world = session.world.clone();
            Callback::from(move |_| offer_picture(&world, id, stem, form))
        };
        let button = |label: &'static str, on_press| {
            let (label, about) = (label.into(), self.name.into());
            Button { kind: ButtonKind::Quiet, label, about, on_press, ..Button::default() }.view()
        };
        html! {
            <p class="take-away">
                { "Save: " }
                { button("figures (CSV)", table) }
                { button("picture (SVG)", picture(PictureForm::Svg)) }
                { button("picture (PNG)", picture(PictureForm::Png)) }
            </p>
        }
    }
}
