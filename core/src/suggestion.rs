//! Which typical risks a partnership may have overlooked, and why each is worth a look. Nothing here adds anything:
//! what is adopted becomes a draft, and only when somebody asks for it. The typical risks themselves are the
//! catalogue's; which answers are weak is for the health check to say.

use std::rc::Rc;

use crate::catalogue::{CategoryId, SuggestedControl, TypicalRisk, typical_risks};
use crate::choice::Choice;
use crate::letters;
use crate::order::order_by;
use crate::register::{
    Change, Control, ControlId, Effect, Kind, Partnership, PartnershipId, Register, Risk, RiskId, Status,
    Timestamp,
};

/// A typical risk that a partnership may have overlooked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The risk.
    pub typical: TypicalRisk,
    /// Why it is worth a look; one at least.
    pub reasons: Vec<Reason>,
}

/// Why a typical risk is worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The answer to this question of the health check, given by its slug, is weak.
    WeakAnswer(Rc<str>),
    /// It is typical of the form that the partnership takes.
    TypicalOfKind(Kind),
    /// It is typical of partnerships of every form.
    TypicalOfAll,
    /// The partnership has no open risk of this category.
    NotCovered(CategoryId),
}

impl Suggestion {
    /// Whether something about this partnership points to it, and not only that every partnership may run it.
    #[must_use]
    pub fn is_pointed_to(&self) -> bool {
        self.reasons.iter().any(|reason| match reason {
            Reason::WeakAnswer(_) | Reason::TypicalOfKind(_) => true,
            Reason::TypicalOfAll | Reason::NotCovered(_) => false,
        })
    }
}

/// The typical risks to which the form of a partnership or its weak answers, given as slugs of questions, point and
/// which it does not have yet: those with the most weak answers first, then those of its form before those of every
/// form and of others, and otherwise in the catalogue's order. None for a partnership that does not exist.
#[must_use]
pub fn suggest(register: &Register, partnership: PartnershipId, weak: &[Rc<str>]) -> Vec<Suggestion> {
    let Some(partnership) = register.partnership(partnership) else { return Vec::new() };
    let own: Vec<&Risk> = register.risks_of(partnership.id).map(|risk| &**risk).collect();
    let titles: Vec<String> = own.iter().map(|risk| letters::folded(&risk.title)).collect();
    let typical = typical_risks();
    let missing = typical.iter().filter(|typical| !titles.contains(&letters::folded(&typical.title)));
    let found: Vec<Suggestion> =
        missing.filter_map(|typical| suggestion(typical, partnership, &own, weak)).collect();
    let place = |suggestion: &Suggestion| (usize::MAX - n_weak(suggestion), fit(suggestion));
    let order = order_by(found.len(), &|a, b| place(&found[a]).cmp(&place(&found[b])));
    order.into_iter().map(|place| found[place].clone()).collect()
}

/// What makes a typical risk a draft of this partnership, and its controls planned ones that serve it: as many of
/// them, in their order, as there are ids.
#[must_use]
pub fn adopt(
    typical: &TypicalRisk,
    risk: RiskId,
    controls: &[ControlId],
    partnership: PartnershipId,
    now: Timestamp,
) -> Change {
    let draft = Risk {
        cause: typical.cause.to_string(),
        event: typical.event.to_string(),
        consequence: typical.consequence.to_string(),
        category: Some(typical.category.clone()),
        status: Status::Draft,
        ..Risk::new(risk, partnership, &typical.title, now)
    };
    let planned = |(suggested, id): (&SuggestedControl, &ControlId)| Control {
        kind: suggested.control_type,
        effects: vec![Effect::on(risk)],
        ..Control::new(*id, &suggested.name, now)
    };
    let controls = typical.controls.iter().zip(controls).map(planned).collect();
    Change::All(vec![Change::RisksPut(vec![draft]), Change::ControlsPut(controls)])
}

fn suggestion(
    typical: &TypicalRisk,
    partnership: &Partnership,
    own: &[&Risk],
    weak: &[Rc<str>],
) -> Option<Suggestion> {
    let pointing = typical.questions.iter().filter(|question| weak.contains(question));
    let mut reasons: Vec<Reason> = pointing.map(|question| Reason::WeakAnswer(Rc::clone(question))).collect();
    reasons.extend(of_kind(typical, partnership.kind));
    if reasons.is_empty() {
        return None;
    }
    let covers =
        |risk: &&Risk| risk.status == Status::Open && risk.category.as_ref() == Some(&typical.category);
    if !own.iter().any(covers) {
        reasons.push(Reason::NotCovered(typical.category.clone()));
    }
    Some(Suggestion { typical: typical.clone(), reasons })
}

fn of_kind(typical: &TypicalRisk, kind: Kind) -> Option<Reason> {
    if typical.kinds.is_empty() {
        return Some(Reason::TypicalOfAll);
    }
    typical.kinds.iter().any(|own| **own == *kind.key()).then_some(Reason::TypicalOfKind(kind))
}

fn n_weak(suggestion: &Suggestion) -> usize {
    suggestion.reasons.iter().filter(|reason| matches!(reason, Reason::WeakAnswer(_))).count()
}

/// How well a suggestion fits the form of the partnership, the best first.
fn fit(suggestion: &Suggestion) -> usize {
    let has = |wanted: fn(&Reason) -> bool| suggestion.reasons.iter().any(wanted);
    if has(|reason| matches!(reason, Reason::TypicalOfKind(_))) {
        0
    } else if has(|reason| matches!(reason, Reason::TypicalOfAll)) {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{ControlState, Organisation};
    use crate::scale::preset;

    const PARTNERSHIP: PartnershipId = PartnershipId::from_bits(1);

    fn register(kind: Kind, risks: Vec<Risk>) -> Register {
        let partnership = Partnership { kind, ..Partnership::new(PARTNERSHIP, "Waste", 0) };
        Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
            .apply(Change::All(vec![Change::PartnershipsPut(vec![partnership]), Change::RisksPut(risks)]))
            .expect("sound parts")
    }

    fn slugs(text: &str) -> Vec<Rc<str>> {
        text.split_whitespace().map(Rc::from).collect()
    }

    fn ids(suggestions: &[Suggestion]) -> Vec<&str> {
        suggestions.iter().map(|suggestion| suggestion.typical.id.as_str()).collect()
    }

    fn find<'a>(suggestions: &'a [Suggestion], id: &str) -> Option<&'a Suggestion> {
        suggestions.iter().find(|suggestion| suggestion.typical.id.as_str() == id)
    }

    #[test]
    fn a_form_brings_its_own_risks_first_and_those_of_other_forms_not_at_all() {
        let found = suggest(&register(Kind::Contract, vec![]), PARTNERSHIP, &[]);
        let typical = typical_risks();
        let own = |risk: &&TypicalRisk| risk.kinds.iter().any(|kind| &**kind == "contract");
        let all = |risk: &&TypicalRisk| risk.kinds.is_empty();
        let expected: Vec<&str> =
            typical.iter().filter(own).chain(typical.iter().filter(all)).map(|r| r.id.as_str()).collect();
        assert_eq!(ids(&found), expected);
        assert!(!expected.is_empty() && expected.len() < typical.len());
        let n_pointed_to = found.iter().filter(|suggestion| suggestion.is_pointed_to()).count();
        assert_eq!(n_pointed_to, typical.iter().filter(own).count());
    }

    #[test]
    fn weak_answers_come_first_and_bring_risks_of_other_forms() {
        let weak = slugs("joint-objectives joint-targets partner-strategies who-is-in-charge unknown");
        let found = suggest(&register(Kind::Contract, vec![]), PARTNERSHIP, &weak);
        assert_eq!(ids(&found)[0], "aims-mean-different-things");
        let reasons = &found[0].reasons;
        let answers = ["joint-objectives", "joint-targets", "partner-strategies"];
        let expected = answers.map(|slug| Reason::WeakAnswer(slug.into()));
        assert_eq!(reasons[..3], expected);
        assert_eq!(reasons[3..], [Reason::NotCovered(CategoryId::new("purpose-and-objectives"))]);
        assert!(found.is_sorted_by_key(|suggestion| usize::MAX - n_weak(suggestion)));
        let without = suggest(&register(Kind::Contract, vec![]), PARTNERSHIP, &[]);
        assert!(find(&without, "aims-mean-different-things").is_none());
    }

    #[test]
    fn what_the_partnership_has_is_not_suggested_and_its_category_is_covered_while_open() {
        let has = |title: &str, status| Risk {
            status,
            category: Some(CategoryId::new("governance-and-accountability")),
            ..Risk::new(RiskId::from_bits(1), PARTNERSHIP, title, 0)
        };
        let title = " no ONE person is\taccountable for the  partnership ";
        for (status, is_covered) in [(Status::Open, true), (Status::Draft, false), (Status::Closed, false)] {
            let register = register(Kind::SharedService, vec![has(title, status)]);
            let found = suggest(&register, PARTNERSHIP, &slugs("who-is-in-charge"));
            assert!(find(&found, "nobody-in-charge").is_none());
            let other = find(&found, "decisions-outside-governance").expect("typical of shared services");
            let says = other.reasons.iter().any(|reason| matches!(reason, Reason::NotCovered(_)));
            assert_eq!(says, !is_covered, "{status:?}");
        }
    }

    #[test]
    fn a_partnership_that_does_not_exist_has_no_suggestions() {
        let register = register(Kind::Contract, vec![]);
        assert_eq!(suggest(&register, PartnershipId::from_bits(9), &slugs("who-is-in-charge")), []);
    }

    #[test]
    fn what_is_adopted_is_a_draft_with_planned_controls_and_is_suggested_no_more() {
        let before = register(Kind::Contract, vec![]);
        let first = suggest(&before, PARTNERSHIP, &[]).swap_remove(0).typical;
        let controls: Vec<ControlId> = (1..9).map(ControlId::from_bits).collect();
        let change = adopt(&first, RiskId::from_bits(1), &controls, PARTNERSHIP, 7);
        let after = before.apply(change).expect("a whole risk with whole controls");
        let risk = &after.risks()[0];
        assert_eq!((&*risk.title, risk.status, risk.updated), (&*first.title, Status::Draft, 7));
        assert_eq!((&*risk.cause, risk.category.as_ref()), (&*first.cause, Some(&first.category)));
        let on: Vec<_> =
            after.controls_on(risk.id).map(|(control, _)| (&*control.name, control.kind)).collect();
        let suggested: Vec<_> = first.controls.iter().map(|c| (&*c.name, c.control_type)).collect();
        assert_eq!(on, suggested);
        assert!(after.controls().iter().all(|control| control.state == ControlState::Planned));
        assert!(find(&suggest(&after, PARTNERSHIP, &[]), first.id.as_str()).is_none());
    }

    #[test]
    fn only_so_many_controls_are_adopted_as_have_ids() {
        let before = register(Kind::Contract, vec![]);
        let typical = &typical_risks()[0];
        let change = adopt(typical, RiskId::from_bits(1), &[ControlId::from_bits(1)], PARTNERSHIP, 0);
        assert_eq!(before.apply(change).map(|after| after.controls().len()), Ok(1));
    }
}
