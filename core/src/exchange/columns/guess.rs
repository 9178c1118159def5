//! All columns of a table together: each is judged by its name and its cells, then the ratings are put
//! in order, then columns that claim the same field are told apart.

use super::contents::Contents;
use super::names::{Known, recognise};
use super::{Column, Field, Reason};
use crate::exchange::kind::Kind;
use crate::exchange::table::Table;
use crate::register::Stage;

/// What each column of a table of a kind is taken to hold, in the table's order.
#[must_use]
pub fn guess_columns(table: &Table, kind: Kind) -> Vec<Column> {
    let known: Vec<Option<Known>> = table.headers().iter().map(|header| recognise(header, kind)).collect();
    let has_impact = known.iter().flatten().any(|known| matches!(known.field, Field::Impact(_)));
    let claim = |(column, known): (usize, &Option<Known>)| claim(table, column, *known, has_impact);
    let mut claims: Vec<Claim> = known.iter().enumerate().map(claim).collect();
    order_stages(&mut claims);
    settle(&mut claims, table);
    if kind == Kind::Risks {
        name_the_risk(&mut claims);
    }
    let column = |(claim, header): (Claim, &String)| Column {
        header: header.clone(),
        field: claim.field,
        reason: claim.reason,
    };
    claims.into_iter().zip(table.headers()).map(column).collect()
}

/// What one column claims to hold.
struct Claim {
    field: Field,
    /// How sure it is; 0 is surest.
    rank: usize,
    is_residual: bool,
    reason: Reason,
}

fn claim(table: &Table, column: usize, known: Option<Known>, has_impact: bool) -> Claim {
    let contents = Contents::of(table, column);
    let (field, reason) = match known {
        Some(known) => by_name_and_contents(known.field, contents, has_impact),
        None if contents.are_blank() => (Field::Ignored, Reason::Blank),
        None if contents.are_pairs() => (Field::Pair(Stage::Current), Reason::Contents),
        None => (Field::Ignored, Reason::UnknownName),
    };
    let Known { rank, is_residual, .. } =
        known.unwrap_or(Known { field, rank: usize::MAX, is_residual: false });
    Claim { field, rank, is_residual, reason }
}

/// The field that a name stands for, unless the cells say that it is used for something else. A column
/// of consequences may be the impact only where no other column is called so.
fn by_name_and_contents(field: Field, contents: Contents, has_impact: bool) -> (Field, Reason) {
    match field {
        Field::Impact(_) if contents.are_text() => (Field::Consequence, Reason::Contents),
        Field::Likelihood(_) if contents.are_text() => (Field::Notes, Reason::Contents),
        Field::Score(stage) if contents.are_pairs() => (Field::Pair(stage), Reason::Contents),
        Field::Score(_) if contents.are_text() => (Field::Notes, Reason::Contents),
        Field::Consequence if contents.are_ratings() && !has_impact => {
            (Field::Impact(Stage::Current), Reason::Contents)
        }
        Field::Category if contents.are_sides() => (Field::RiskOrOpportunity, Reason::Contents),
        field => (field, Reason::Name),
    }
}

/// Puts ratings that are called alike in their order: plain beside residual is the one before controls,
/// residual beside current the one aimed for.
fn order_stages(claims: &mut [Claim]) {
    let any = |test: &dyn Fn(&Claim) -> bool| claims.iter().any(test);
    let has = |wanted: Stage| any(&|claim| axis_stage(claim.field) == Some(wanted));
    let is_current = |claim: &Claim| axis_stage(claim.field) == Some(Stage::Current);
    if !any(&|claim| is_current(claim) && claim.is_residual) {
        return;
    }
    let has_plain = any(&|claim| is_current(claim) && !claim.is_residual && claim.rank > 0);
    let has_current = any(&|claim| is_current(claim) && !claim.is_residual && claim.rank == 0);
    let residual_is_target = has_current && !has(Stage::Target);
    let plain_is_inherent = has_plain && !has(Stage::Inherent);
    for claim in claims.iter_mut() {
        let is_plain = !claim.is_residual && claim.rank > 0;
        if residual_is_target && claim.is_residual {
            move_to(claim, Stage::Target, Reason::ResidualBesideCurrent);
        } else if plain_is_inherent && is_plain {
            move_to(claim, Stage::Inherent, Reason::PlainBesideResidual);
        }
    }
}

/// The stage of a likelihood, an impact or both in one.
fn axis_stage(field: Field) -> Option<Stage> {
    field.stage().filter(|&stage| field != Field::Score(stage))
}

/// Moves a current rating to another stage; what is no current rating stays as it is.
fn move_to(claim: &mut Claim, stage: Stage, reason: Reason) {
    if claim.field.stage() == Some(Stage::Current) {
        claim.field = claim.field.at(stage);
        claim.reason = reason;
    }
}

/// Leaves each field to its surest column, the leftmost of equals. Text that loses goes to the notes,
/// so that no word is lost; figures that lose are left out.
fn settle(claims: &mut [Claim], table: &Table) {
    for i in 0..claims.len() {
        let field = claims[i].field;
        if field.may_repeat() {
            continue;
        }
        let rivals = (0..claims.len()).filter(|&j| claims[j].field == field);
        let Some(winner) = rivals.min_by_key(|&j| (claims[j].rank, j)) else { continue };
        for j in (0..claims.len()).filter(|&j| j != winner) {
            if claims[j].field == field {
                let is_rival = is_rival(table, (winner, &claims[winner]), (j, &claims[j]));
                let is_text = Contents::of(table, j).are_text();
                claims[j].field = if is_text { Field::Notes } else { Field::Ignored };
                let taken = table.header(winner).to_owned();
                claims[j].reason =
                    if is_rival { Reason::Rival(winner, taken) } else { Reason::TakenBy(taken) };
            }
        }
    }
}

/// Whether nothing says which of two columns is meant: their names are as sure as one another, both are
/// filled, they do not say the same, and something depends on it.
fn is_rival(table: &Table, (a, winner): (usize, &Claim), (b, loser): (usize, &Claim)) -> bool {
    let is_open = winner.rank == loser.rank && winner.is_residual == loser.is_residual;
    let are_filled = [a, b].iter().all(|&column| !Contents::of(table, column).are_blank());
    is_open && !winner.field.is_only_checked() && are_filled && !table.column(a).eq(table.column(b))
}

/// Without a title, the description of the event serves as one.
fn name_the_risk(claims: &mut [Claim]) {
    if claims.iter().any(|claim| claim.field == Field::Title) {
        return;
    }
    if let Some(event) = claims.iter_mut().find(|claim| claim.field == Field::Event) {
        event.field = Field::Title;
        event.reason = Reason::OnlyDescription;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::fixtures;
    use crate::exchange::table::{Reading, read_file};
    use Field::{
        Category, Consequence, Event, Ignored, Impact, Likelihood, Notes, Owner, Pair, Reference,
        RiskOrOpportunity, Score, Status, Title, Treatment,
    };
    use Stage::{Current, Inherent, Target};

    fn fields(text: &str) -> Vec<Field> {
        let table = read_file(text.as_bytes(), Reading::default()).expect("text");
        guess_columns(&table, Kind::Risks).into_iter().map(|column| column.field).collect()
    }

    #[test]
    fn the_columns_of_real_registers_are_known() {
        for (text, expected) in [
            (fixtures::FIFE, &[Reference, Title, Impact(Current), Likelihood(Current), Score(Current)][..]),
            (fixtures::MID_KENT, &[Reference, Title, RiskOrOpportunity, Pair(Current)]),
            (
                fixtures::NORTH_NORFOLK,
                &[
                    Reference,
                    Category,
                    Title,
                    Impact(Inherent),
                    Impact(Current),
                    Likelihood(Inherent),
                    Likelihood(Current),
                    Status,
                ],
            ),
            (
                fixtures::STRATEGIC,
                &[Reference, Title, Likelihood(Current), Impact(Current), Score(Current), Owner],
            ),
        ] {
            assert_eq!(fields(text), expected);
        }
    }

    #[test]
    fn the_columns_of_usual_tools_are_known() {
        for (text, expected) in [
            (
                "ref_id,assets,threats,name,description,existing_controls,current_impact,current_proba,\
                 current_risk,additional_controls,residual_impact,residual_proba,residual_risk,treatment\n\
                 R1,a,b,c,d,e,1,2,2,f,1,1,1,open\n",
                &[
                    Reference,
                    Notes,
                    Notes,
                    Title,
                    Event,
                    Notes,
                    Impact(Current),
                    Likelihood(Current),
                    Score(Current),
                    Notes,
                    Impact(Target),
                    Likelihood(Target),
                    Score(Target),
                    Treatment,
                ][..],
            ),
            (
                "ID,Status,Subject,Category,Owner,Current Likelihood,Current Impact,Planning Strategy,Colour\n\
                 1,New,a,b,c,1,2,Accept,red\n",
                &[
                    Reference,
                    Status,
                    Title,
                    Category,
                    Owner,
                    Likelihood(Current),
                    Impact(Current),
                    Treatment,
                    Ignored,
                ],
            ),
            (
                "No,Risk,Likelihood,Impact,Score,Controls,Residual likelihood,Residual impact,Residual score\n\
                 1,a,4,4,16,b,2,3,6\n",
                &[
                    Reference,
                    Title,
                    Likelihood(Inherent),
                    Impact(Inherent),
                    Score(Inherent),
                    Notes,
                    Likelihood(Current),
                    Impact(Current),
                    Score(Current),
                ],
            ),
            (
                "Risk,Impact,L,I\nLate,Users wait for months on end,3,4\n",
                &[Title, Consequence, Likelihood(Current), Impact(Current)],
            ),
            (
                "Risk register,,,,,\n\n,,Inherent,,Residual,\nRef,Risk,Likelihood,Impact,Likelihood,Impact\n1,a,3,4,2,3\n",
                &[
                    Reference,
                    Title,
                    Likelihood(Inherent),
                    Impact(Inherent),
                    Likelihood(Current),
                    Impact(Current),
                ],
            ),
            ("Rank,Ref,Risk,Title\n1,R1,Late delivery of it all,Late\n", &[Ignored, Reference, Notes, Title]),
        ] {
            assert_eq!(fields(text), expected, "{text}");
        }
    }

    #[test]
    fn every_doubt_says_why() {
        let table =
            read_file(b"Rank,Ref,Event,Colour,Empty\n1,R1,a,red,\n", Reading::default()).expect("text");
        let said: Vec<String> =
            guess_columns(&table, Kind::Risks).iter().map(|c| c.reason.to_string()).collect();
        assert_eq!(
            said,
            [
                "column \u{201c}Ref\u{201d} already holds what this seems to be",
                "its name says so",
                "no other column names the risk",
                "its name is not known; choose what it holds, or keep it in the notes",
                "it has no filled cell",
            ]
        );
    }
}
