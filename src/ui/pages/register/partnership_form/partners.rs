//! The partners in the form of a partnership: a group of fields for each, that can be added and removed, and
//! what their shares come to while they are typed.

use partnership_risk_core::choice::Choice as Chosen;
use partnership_risk_core::decimal;
use partnership_risk_core::register::{Role, Sector};
use yew::prelude::{AttrValue, Callback, Html, html};

use crate::app::drafts::{PartnerDraft, PartnershipDraft, partner_field, sum_of_shares};
use crate::ui::components::{Choice, TextField, Tick};
use crate::ui::pages::form::{Form, Rows, items_of};

/// All of it, in hundredths of one per cent.
const WHOLE: u32 = 10_000;

/// The partners, a group of fields for each.
pub(super) fn partners(form: &Form<PartnershipDraft>) -> Html {
    let rows = Rows { id: "partners", list: |d: &mut PartnershipDraft| &mut d.partners };
    let drafts = &form.draft().partners;
    let group = |(place, draft): (usize, &PartnerDraft)| {
        PartnerFields { place, draft, form }.view(rows.remove(form, place - 1, &format!("partner {place}")))
    };
    html! {
        <>
            <p>{ "The other bodies in it. Add your own as well if the shares are to add up to 100 %." }</p>
            { for (1..).zip(drafts).map(group) }
            if !drafts.is_empty() {
                { sums(drafts) }
            }
            { rows.add(form, "Add a partner", PartnerDraft::new, |place| partner_field(place + 1, "name")) }
        </>
    }
}

/// The fields for one partner; partners are counted from 1.
struct PartnerFields<'a> {
    place: usize,
    draft: &'a PartnerDraft,
    form: &'a Form<PartnershipDraft>,
}

impl PartnerFields<'_> {
    fn view(&self, remove: Html) -> Html {
        let PartnerFields { place, draft, .. } = *self;
        html! {
            <fieldset class="repeat">
                <legend class="repeat__legend">{ format!("Partner {place}") }</legend>
                { self.text(("name", "Name of the partner", ""), &draft.name, |p, text| p.name = text) }
                <div class="columns">
                    { self.choice::<Sector>("sector", "What kind of body is it?", &draft.sector, |p, key| p.sector = key) }
                    { self.choice::<Role>("role", "What does it do here?", &draft.role, |p, key| p.role = key) }
                    { self.text(("money-share", "Share of the money", PER_CENT), &draft.money_share,
                        |p, text| p.money_share = text) }
                    { self.text(("loss-share", "Share of a loss", PER_CENT), &draft.loss_share,
                        |p, text| p.loss_share = text) }
                </div>
                { self.dominant() }
                { remove }
            </fieldset>
        }
    }

    fn id(&self, name: &str) -> AttrValue {
        partner_field(self.place, name).into()
    }

    fn text(
        &self,
        (name, label, hint): (&'static str, &'static str, &'static str),
        typed: &str,
        set: fn(&mut PartnerDraft, String),
    ) -> Html {
        let id = self.id(name);
        TextField {
            label: label.into(),
            hint: hint.into(),
            value: typed.to_owned().into(),
            problem: self.form.problems().at(&id),
            number: hint == PER_CENT,
            on_input: self.setting(set),
            id,
        }
        .view()
    }

    fn choice<T: Chosen>(
        &self,
        name: &str,
        label: &'static str,
        chosen: &str,
        set: fn(&mut PartnerDraft, String),
    ) -> Html {
        Choice {
            id: self.id(name),
            label: label.into(),
            value: chosen.to_owned().into(),
            items: items_of::<T>(),
            on_choose: self.setting(set),
            ..Choice::default()
        }
        .view()
    }

    fn dominant(&self) -> Html {
        Tick {
            id: self.id("dominant"),
            label: "It dominates the others: in size, in money or in what is decided".into(),
            is_ticked: self.draft.is_dominant,
            on_change: self.setting(|partner, is_dominant| partner.is_dominant = is_dominant),
            ..Tick::default()
        }
        .view()
    }

    fn setting<T: 'static>(&self, set: fn(&mut PartnerDraft, T)) -> Callback<T> {
        let place = self.place;
        self.form.changing(move |draft: &mut PartnershipDraft, input| {
            if let Some(partner) = draft.partners.get_mut(place - 1) {
                set(partner, input);
            }
        })
    }
}

const PER_CENT: &str = "In per cent, if you know";

/// What the shares come to, said again whenever one is typed. That they do not add up is no error here.
fn sums(drafts: &[PartnerDraft]) -> Html {
    html! {
        <p class="repeat__sums">
            { sum(drafts, ("money-share", "Shares of the money"), |draft| &draft.money_share) }
            { sum(drafts, ("loss-share", "Shares of a loss"), |draft| &draft.loss_share) }
        </p>
    }
}

fn sum(
    drafts: &[PartnerDraft],
    (name, label): (&'static str, &'static str),
    share: fn(&PartnerDraft) -> &str,
) -> Html {
    let fields: Vec<String> = (1..=drafts.len()).map(|place| partner_field(place, name)).collect();
    let said = match sum_of_shares(drafts.iter().map(share)) {
        None => format!("{label}: none given"),
        Some(points) => format!("{label} add up to {} %{}", percent(points), remark(points)),
    };
    html! {
        <output class="repeat__sum" id={["partners-", name].concat()} tabindex="-1" for={fields.join(" ")}>{ said }</output>
    }
}

fn remark(points: u32) -> String {
    match points {
        ..WHOLE => format!("; {} % to go", percent(WHOLE - points)),
        WHOLE => String::new(),
        _ => format!("; {} % too much", percent(points - WHOLE)),
    }
}

fn percent(points: u32) -> String {
    decimal::short(f64::from(points) / 100.0, 2)
}
