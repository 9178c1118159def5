//! Controls in files.

use super::{Reader, put_pence, put_share};
use crate::json::{Object, Value};
use crate::register::{Control, Effect};

pub(super) fn write(control: &Control) -> Value {
    let mut object = Object::default();
    object.text("id", &control.id.to_string());
    object.whole("created", control.created);
    object.whole("updated", control.updated);
    object.text("name", &control.name);
    object.choice("kind", control.kind);
    object.choice("state", control.state);
    object.text_if_any("owner", &control.owner);
    put_pence(&mut object, "cost_to_build", control.cost_to_build);
    put_pence(&mut object, "cost_per_year", control.cost_per_year);
    object.whole_if_any("lasts_years", control.lasts_years.map(i64::from));
    object.list_if_any("effects", &control.effects, effect);
    object.text_if_any("notes", &control.notes);
    object.end()
}

fn effect(effect: &Effect) -> Value {
    let steps = |n: u8| Some(i64::from(n)).filter(|n| *n > 0);
    let mut object = Object::default();
    object.text("risk", &effect.risk.to_string());
    put_share(&mut object, "frequency_cut", effect.frequency_cut);
    put_share(&mut object, "severity_cut", effect.severity_cut);
    object.whole_if_any("likelihood_steps", steps(effect.likelihood_steps));
    object.whole_if_any("impact_steps", steps(effect.impact_steps));
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Control {
    let name = reader.picker.text(value, "name");
    reader.begin("control", &name);
    Control {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated: reader.picker.whole(value, "updated"),
        name,
        kind: reader.picker.choice_if_any(value, "kind"),
        state: reader.picker.choice_if_any(value, "state"),
        owner: reader.text(value, "owner"),
        cost_to_build: reader.pence(value, "cost_to_build"),
        cost_per_year: reader.pence(value, "cost_per_year"),
        lasts_years: reader.picker.small_if_any(value, "lasts_years"),
        effects: reader.list_if_any(value, "effects", read_effect),
        notes: reader.text(value, "notes"),
    }
}

fn read_effect(reader: &mut Reader, value: &Value) -> Effect {
    Effect {
        risk: reader.id(value, "risk"),
        frequency_cut: reader.share(value, "frequency_cut"),
        severity_cut: reader.share(value, "severity_cut"),
        likelihood_steps: reader.picker.small_if_any(value, "likelihood_steps").unwrap_or_default(),
        impact_steps: reader.picker.small_if_any(value, "impact_steps").unwrap_or_default(),
    }
}
