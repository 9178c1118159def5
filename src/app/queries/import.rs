//! What an import would do to the register.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::exchange::import::{Preview, preview};
use partnership_risk_core::register::{Organisation, Register};
use partnership_risk_core::scale::preset::PRESETS;

use super::categories::offered;
use crate::app::event::Event;
use crate::app::model::Import;

/// What a register is called until somebody says whose it is.
const UNNAMED: &str = "Your organisation";

/// The register that risks are imported into: the one there is, or a new one.
#[must_use]
pub fn into_register(register: Option<&Rc<Register>>) -> Rc<Register> {
    register
        .cloned()
        .unwrap_or_else(|| Rc::new(Register::new(Organisation::new(UNNAMED, Rc::new(PRESETS[0].matrix())))))
}

/// What the import would do as it is mapped now.
#[must_use]
pub fn preview_of(import: &Import, register: Option<&Rc<Register>>) -> Preview {
    let register = into_register(register);
    let known = offered(&register);
    let names: Vec<(CategoryId, &str)> = known.iter().map(|c| (c.id.clone(), &*c.name)).collect();
    preview(&import.table, &import.mapping, &register, &names, import.stamp)
}

/// What happens when the person agrees to what the preview shows: all of it is brought in, or nothing.
#[must_use]
pub fn agreed(import: &Import, preview: &Preview, register: Option<&Rc<Register>>) -> Event {
    let Some(change) = preview.change() else {
        return Event::ImportRefused("see the problems below".into());
    };
    let (one, many) = import.mapping.kind.nouns();
    let what = if preview.added() == 1 { one } else { many };
    let said =
        format!("Imported {} {what} from {}. Undo takes them out again.", preview.added(), import.name);
    let before = into_register(register);
    let reason = format!("Imported from {}", import.name);
    match before.amended(change, import.stamp.now, &reason) {
        Ok(register) => Event::ImportConfirmed { register: Rc::new(register), said },
        Err(error) => Event::ImportRefused(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{agreed, preview_of};
    use crate::app::event::Event;
    use crate::app::model::{Keeping, Model};
    use crate::app::tasks::{Received, receive};
    use crate::app::world::memory::{self, all_told};

    const FIFE: &str = "Rank,Risk,Impact,Likelihood,Total\n1,Under-investment,4.2,5.1,21.42\n2,Too few resources,3.7,4.9,18.13\n";

    fn after_choosing(model: Model, text: &str) -> Model {
        let file = Received { name: "register.csv".into(), bytes: text.as_bytes().into(), on_disk: None };
        let told = all_told(|tell| receive(&memory::world(), model.register.as_ref(), file, tell));
        told.into_iter().fold(model, Model::after)
    }

    fn after_agreeing(model: Model) -> Model {
        let import = model.import.as_ref().expect("a spreadsheet is on its way in");
        let register = model.register.as_ref();
        let event = agreed(import, &preview_of(import, register), register);
        model.after(event)
    }

    #[test]
    fn a_spreadsheet_starts_a_register_and_can_be_taken_back() {
        let model = after_choosing(Model::default(), FIFE);
        assert_eq!(model.register, None, "nothing is applied before the person agrees");
        let model = after_agreeing(model);
        let register = model.register.clone().expect("imported");
        let scores: Vec<f64> =
            register.risks().iter().filter_map(|r| register.score(r)).map(|s| s.product()).collect();
        assert_eq!(scores, [21.42, 18.13]);
        assert_eq!(model.keeping, Keeping::Pending);
        assert_eq!(model.after(Event::Undone).register, None);
    }

    #[test]
    fn a_faulty_spreadsheet_changes_nothing() {
        let text = FIFE.replace("5.1", "51");
        let mapped = after_choosing(Model::default(), FIFE);
        let mapping = mapped.import.expect("a table was read").mapping;
        let model = after_choosing(Model::default(), &text)
            .after(Event::MappingChanged(Box::new((*mapping).clone())));
        let after = after_agreeing(model.clone());
        assert_eq!((after.register, after.import), (None, model.import));
    }
}
