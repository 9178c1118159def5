//! Partnerships in files.

use super::{Reader, put_date, put_pence, put_share};
use crate::json::{self, Object, Pick, Value};
use crate::register::{Agreement, Funding, Partner, Partnership, Value as Worth};

pub(super) fn write(partnership: &Partnership) -> Value {
    let mut object = Object::default();
    object.text("id", &partnership.id.to_string());
    object.whole("created", partnership.created);
    object.whole("updated", partnership.updated);
    object.text("name", &partnership.name);
    object.choice("kind", partnership.kind);
    object.choice_if_any("status", partnership.status);
    if let Some(stage) = partnership.stage {
        object.choice("stage", stage);
    }
    object.text_if_any("purpose", &partnership.purpose);
    object.text_if_any("objectives", &partnership.objectives);
    object.list_if_any("partners", &partnership.partners, partner);
    object.text_if_any("lead_officer", &partnership.lead_officer);
    object.text_if_any("accountable_officer", &partnership.accountable_officer);
    put_part(&mut object, "value", worth(&partnership.value));
    put_part(&mut object, "funding", funding(&partnership.funding));
    put_part(&mut object, "agreement", agreement(&partnership.agreement));
    put_date(&mut object, "start", partnership.start);
    put_date(&mut object, "end", partnership.end);
    put_date(&mut object, "next_review", partnership.next_review);
    object.list_if_any("significant_for", &partnership.significant_for, |key| Value::from(&**key));
    object.text_if_any("notes", &partnership.notes);
    object.end()
}

fn put_part(object: &mut Object, name: &str, part: Object) {
    if !part.is_empty() {
        object.put(name, part.end());
    }
}

fn partner(partner: &Partner) -> Value {
    let mut object = Object::default();
    object.text("name", &partner.name);
    object.choice_if_any("sector", partner.sector);
    object.choice_if_any("role", partner.role);
    object.flag("dominant", partner.is_dominant);
    put_share(&mut object, "money_share", partner.money_share);
    put_share(&mut object, "loss_share", partner.loss_share);
    object.end()
}

fn worth(value: &Worth) -> Object {
    let mut object = Object::default();
    object.text_if_any("inputs", &value.inputs);
    object.whole_if_any("staff_days", value.staff_days.map(i64::from));
    object.text_if_any("outputs", &value.outputs);
    object.text_if_any("outcomes", &value.outcomes);
    object.text_if_any("alternatives", &value.alternatives);
    object
}

fn funding(funding: &Funding) -> Object {
    let mut object = Object::default();
    put_pence(&mut object, "annual_budget", funding.annual_budget);
    put_pence(&mut object, "our_contribution", funding.our_contribution);
    object.whole_if_any("streams", funding.streams.map(i64::from));
    object.choice_if_any("pooled", funding.pooled);
    object.choice_if_any("overspend_rules", funding.overspend_rules);
    object
}

fn agreement(agreement: &Agreement) -> Object {
    let mut object = Object::default();
    object.choice_if_any("form", agreement.form);
    object.choice_if_any("deliverables", agreement.deliverables);
    object.choice_if_any("measures", agreement.measures);
    object.choice_if_any("risk_sharing", agreement.risk_sharing);
    object.choice_if_any("exit", agreement.exit);
    put_date(&mut object, "signed", agreement.signed);
    put_date(&mut object, "refreshed", agreement.refreshed);
    put_date(&mut object, "review_due", agreement.review_due);
    object
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Partnership {
    let name = reader.picker.text(value, "name");
    reader.begin("partnership", &name);
    let part =
        |reader: &mut Reader, name: &str| reader.picker.member_if_any(value, name).unwrap_or(&json::NOTHING);
    let (worth, funding) = (part(reader, "value"), part(reader, "funding"));
    let agreement = part(reader, "agreement");
    Partnership {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated: reader.picker.whole(value, "updated"),
        name,
        purpose: reader.text(value, "purpose"),
        objectives: reader.text(value, "objectives"),
        kind: reader.picker.choice_if_any(value, "kind"),
        status: reader.picker.choice_if_any(value, "status"),
        stage: reader.chosen(value, "stage"),
        partners: reader.list_if_any(value, "partners", read_partner),
        lead_officer: reader.text(value, "lead_officer"),
        accountable_officer: reader.text(value, "accountable_officer"),
        value: read_worth(reader, worth),
        funding: read_funding(reader, funding),
        agreement: read_agreement(reader, agreement),
        start: reader.date(value, "start"),
        end: reader.date(value, "end"),
        next_review: reader.date(value, "next_review"),
        significant_for: reader
            .list_if_any(value, "significant_for", |reader, key| reader.picker.got(key.text()).into()),
        notes: reader.text(value, "notes"),
    }
}

fn read_partner(reader: &mut Reader, value: &Value) -> Partner {
    Partner {
        name: reader.picker.text(value, "name"),
        sector: reader.picker.choice_if_any(value, "sector"),
        role: reader.picker.choice_if_any(value, "role"),
        is_dominant: reader.picker.flag(value, "dominant"),
        money_share: reader.share(value, "money_share"),
        loss_share: reader.share(value, "loss_share"),
    }
}

fn read_worth(reader: &mut Reader, value: &Value) -> Worth {
    Worth {
        inputs: reader.text(value, "inputs"),
        staff_days: reader.picker.small_if_any(value, "staff_days"),
        outputs: reader.text(value, "outputs"),
        outcomes: reader.text(value, "outcomes"),
        alternatives: reader.text(value, "alternatives"),
    }
}

fn read_funding(reader: &mut Reader, value: &Value) -> Funding {
    Funding {
        annual_budget: reader.pence(value, "annual_budget"),
        our_contribution: reader.pence(value, "our_contribution"),
        streams: reader.picker.small_if_any(value, "streams"),
        pooled: reader.picker.choice_if_any(value, "pooled"),
        overspend_rules: reader.picker.choice_if_any(value, "overspend_rules"),
    }
}

fn read_agreement(reader: &mut Reader, value: &Value) -> Agreement {
    Agreement {
        form: reader.picker.choice_if_any(value, "form"),
        deliverables: reader.picker.choice_if_any(value, "deliverables"),
        measures: reader.picker.choice_if_any(value, "measures"),
        risk_sharing: reader.picker.choice_if_any(value, "risk_sharing"),
        exit: reader.picker.choice_if_any(value, "exit"),
        signed: reader.date(value, "signed"),
        refreshed: reader.date(value, "refreshed"),
        review_due: reader.date(value, "review_due"),
    }
}
