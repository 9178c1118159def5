//! The risks that partnerships typically run, worded as they would stand in a register and ready to be taken into
//! one, with controls to consider and the health-check questions whose weak answers point to them. What a body
//! makes of them is the register's; the questions themselves are named here by their slugs only.

use std::cell::OnceCell;
use std::rc::Rc;

use super::category::{CategoryId, Source};
use super::control_type::ControlType;
use super::data_file;
use super::slug::slug_id;
use crate::json::{Pick, Picker, Value};

slug_id! {
    /// The stable name of a typical risk: a slug such as `nobody-in-charge`. Cheap to clone.
    TypicalRiskId
}

/// A risk that many partnerships run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypicalRisk {
    /// Its name in links.
    pub id: TypicalRiskId,
    /// The category it belongs to.
    pub category: CategoryId,
    /// The risk in a few words.
    pub title: Rc<str>,
    /// Why it could happen, in one sentence.
    pub cause: Rc<str>,
    /// What would happen, in one sentence.
    pub event: Rc<str>,
    /// What it would lead to, in one sentence.
    pub consequence: Rc<str>,
    /// Two to four controls to consider.
    pub controls: Vec<SuggestedControl>,
    /// Slugs of the health-check questions whose weak answers point to it.
    pub questions: Vec<Rc<str>>,
    /// Slugs of the forms of partnership to which it is typical; empty where it is typical of all.
    pub kinds: Vec<Rc<str>>,
    /// Which founding documents it draws on.
    pub sources: Vec<Source>,
}

/// A control that is worth considering against a typical risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedControl {
    /// What it is, as a register would name it.
    pub name: Rc<str>,
    /// How it acts.
    pub control_type: ControlType,
}

thread_local! {
    static TYPICAL_RISKS: OnceCell<Rc<[TypicalRisk]>> = const { OnceCell::new() };
}

/// Every typical risk, in the order of the categories.
#[must_use]
pub fn typical_risks() -> Rc<[TypicalRisk]> {
    TYPICAL_RISKS.with(|cell| Rc::clone(cell.get_or_init(read)))
}

/// The typical risk with this id.
#[must_use]
pub fn typical_risk(id: &TypicalRiskId) -> Option<TypicalRisk> {
    typical_risks().iter().find(|risk| risk.id == *id).cloned()
}

/// The typical risks of a category; none for a category that a user has added.
#[must_use]
pub fn typical_risks_of(category: &CategoryId) -> Vec<TypicalRisk> {
    typical_risks().iter().filter(|risk| risk.category == *category).cloned().collect()
}

fn read() -> Rc<[TypicalRisk]> {
    Rc::from(data_file::entries(include_str!("data/typical-risks.json"), read_typical_risk))
}

fn read_typical_risk(picker: &mut Picker, value: &Value) -> TypicalRisk {
    let controls = picker.list(value, "controls");
    let sources = picker.list(value, "sources");
    TypicalRisk {
        id: TypicalRiskId::new(&picker.text(value, "id")),
        category: CategoryId::new(&picker.text(value, "category")),
        title: Rc::from(picker.text(value, "title")),
        cause: Rc::from(picker.text(value, "cause")),
        event: Rc::from(picker.text(value, "event")),
        consequence: Rc::from(picker.text(value, "consequence")),
        controls: controls.iter().map(|control| read_control(picker, control)).collect(),
        questions: read_slugs(picker, value, "questions"),
        kinds: read_slugs(picker, value, "kinds"),
        sources: sources.iter().map(|key| picker.choice(key, &Source::ALL, Source::key)).collect(),
    }
}

fn read_control(picker: &mut Picker, value: &Value) -> SuggestedControl {
    SuggestedControl {
        name: Rc::from(picker.text(value, "name")),
        control_type: picker.choice_if_any(value, "type"),
    }
}

fn read_slugs(picker: &mut Picker, value: &Value, name: &str) -> Vec<Rc<str>> {
    picker.list(value, name).iter().map(|slug| Rc::from(picker.got(slug.text()))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::category::categories;
    use super::super::slug::slug;
    use super::super::wording::{is_in_british_spelling, sentences};
    use super::*;

    /// The health check's questions, theme by theme.
    const QUESTIONS: &str = "right-route joint-objectives value-for-money realistic-costs \
        reasons-for-partners due-diligence partner-strategies shared-standards \
        signed-agreement deliverables liabilities agreement-refresh \
        who-is-in-charge decisions-and-challenge accountable-officer right-people \
        joint-targets shared-data hard-needs failing-performance \
        resources-match funding-scrutiny pooled-overspend failure-plan \
        joint-risk-register control-statement independent-assurance expert-help \
        open-change tensions collaboration-skills contracting-dialogue \
        user-views complaints-redress public-perception who-provides-what \
        milestone-review termination-rules take-back lessons-learned";

    /// The forms of partnership as files name them.
    const KINDS: &str = "statutory contract shared-service pooled-budget joint-venture lead-commissioning \
        emergency-services network other";

    /// The words of a risk that stand for a register's title and for the names of controls.
    fn names(risk: &TypicalRisk) -> Vec<Rc<str>> {
        let controls = risk.controls.iter().map(|control| Rc::clone(&control.name));
        controls.chain([Rc::clone(&risk.title)]).collect()
    }

    fn told(risk: &TypicalRisk) -> [Rc<str>; 3] {
        [&risk.cause, &risk.event, &risk.consequence].map(Rc::clone)
    }

    fn is_without_repeats<T: Ord>(list: &[T]) -> bool {
        list.iter().collect::<BTreeSet<_>>().len() == list.len()
    }

    #[test]
    fn each_category_has_two_or_three_in_the_order_of_the_categories() {
        let risks = typical_risks();
        assert!((44..=48).contains(&risks.len()), "{}", risks.len());
        let mut in_order = Vec::new();
        for category in categories().iter() {
            let mut own = typical_risks_of(&category.id);
            assert!((2..=3).contains(&own.len()), "{}", category.id);
            in_order.append(&mut own);
        }
        assert_eq!(in_order, *risks);
        assert_eq!(typical_risks_of(&CategoryId::new("our-own")), []);
    }

    #[test]
    fn each_is_found_by_an_id_of_its_own() {
        for risk in typical_risks().iter() {
            assert_eq!(slug(risk.id.as_str()), risk.id.as_str());
            assert_eq!(typical_risk(&risk.id).as_ref(), Some(risk));
        }
        assert_eq!(typical_risk(&TypicalRiskId::new("our-own")), None);
    }

    #[test]
    fn cause_event_and_consequence_are_one_sentence_each() {
        for text in typical_risks().iter().flat_map(told) {
            assert!(text.ends_with('.') && sentences(&text) == 1, "{text}");
            assert!(text.starts_with(char::is_uppercase) && (30..=160).contains(&text.len()), "{text}");
        }
    }

    #[test]
    fn titles_and_controls_are_worded_as_in_a_register() {
        for risk in typical_risks().iter() {
            assert!(risk.title.len() <= 65, "{}", risk.title);
            for name in names(risk) {
                assert!(sentences(&name) == 0 && (10..=100).contains(&name.len()), "{name}");
                assert!(name.starts_with(char::is_uppercase), "{name}");
            }
        }
    }

    #[test]
    fn no_text_stands_twice_and_all_are_in_british_spelling() {
        let risks = typical_risks();
        let texts: Vec<_> = risks.iter().flat_map(|risk| [&told(risk)[..], &names(risk)].concat()).collect();
        assert!(is_without_repeats(&texts));
        for text in texts {
            assert!(is_in_british_spelling(&text), "{text}");
        }
    }

    #[test]
    fn controls_act_both_before_and_after_the_event() {
        for risk in typical_risks().iter() {
            let is_before = |control: &&SuggestedControl| match control.control_type {
                ControlType::Preventive | ControlType::Directive => true,
                ControlType::Detective | ControlType::Corrective => false,
            };
            let before = risk.controls.iter().filter(is_before).count();
            assert!((2..=4).contains(&risk.controls.len()), "{}", risk.id);
            assert!((1..risk.controls.len()).contains(&before), "{}", risk.id);
        }
    }

    #[test]
    fn every_type_of_control_is_suggested_somewhere() {
        let risks = typical_risks();
        for one in ControlType::ALL {
            assert!(risks.iter().flat_map(|r| &r.controls).any(|c| c.control_type == one), "{one:?}");
        }
    }

    #[test]
    fn every_question_points_to_a_risk_and_every_risk_to_known_questions() {
        let known: BTreeSet<&str> = QUESTIONS.split_whitespace().collect();
        let risks = typical_risks();
        let named: BTreeSet<&str> = risks.iter().flat_map(|r| &r.questions).map(|q| &**q).collect();
        assert_eq!((known.len(), named), (40, known));
        for risk in risks.iter() {
            assert!((1..=4).contains(&risk.questions.len()), "{}", risk.id);
            assert!(is_without_repeats(&risk.questions), "{}", risk.id);
        }
    }

    #[test]
    fn forms_of_partnership_are_known_and_each_has_risks_of_its_own() {
        let known: BTreeSet<&str> = KINDS.split_whitespace().collect();
        let risks = typical_risks();
        let named: BTreeSet<&str> = risks.iter().flat_map(|r| &r.kinds).map(|kind| &**kind).collect();
        assert_eq!((known.len(), named), (9, known));
        assert!(risks.iter().all(|risk| is_without_repeats(&risk.kinds)));
    }

    #[test]
    fn each_rests_on_a_founding_document_and_each_document_is_used() {
        let risks = typical_risks();
        for source in Source::ALL {
            assert!(risks.iter().any(|risk| risk.sources.contains(&source)), "{source:?}");
        }
        for risk in risks.iter() {
            let keys: Vec<_> = risk.sources.iter().map(|source| source.key()).collect();
            assert!(!keys.is_empty() && is_without_repeats(&keys), "{}", risk.id);
        }
    }
}
