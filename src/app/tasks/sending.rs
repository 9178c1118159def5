//! What leaves the page as a link or as a file: a register, one of its partnerships, questions for a partner, and answers.
//! Nothing is sent from here: people hand on what was made. What comes in is next door in `arriving`.

use partnership_risk_core::document::Header;
use partnership_risk_core::document::sealed;
use partnership_risk_core::exchange::link::{self, LinkKind, shared};
use partnership_risk_core::exchange::questionnaire::{self, Sent};
use partnership_risk_core::register::{PartnershipId, Register};

use super::BUILD;
use super::offer::file_stem;
use crate::app::world::{CipherError, World};

/// Something that is to be handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// What it is.
    pub kind: LinkKind,
    /// What travels, in a link or in a file.
    pub text: String,
    /// What the file is called.
    pub file: String,
}

/// A register, all of it or one of its partnerships; none where it has no such partnership.
#[must_use]
pub fn register_parcel(world: &World, register: &Register, one: Option<PartnershipId>) -> Option<Parcel> {
    let header = Header::new(0, world.clock.now(), BUILD);
    let (kind, text) = shared::write(register, one, &header)?;
    let partnership = one.and_then(|id| register.partnership(id));
    let name = partnership.map_or(&register.organisation().name, |partnership| &partnership.name);
    Some(Parcel { kind, text, file: format!("{}.prisk.json", file_stem(name)) })
}

/// Questions for a partner, or answers.
#[must_use]
pub fn questionnaire_parcel(sent: &Sent) -> Parcel {
    let (kind, text) = questionnaire::for_link(sent);
    let (asked, ending) = match sent {
        Sent::Questionnaire(asked) => (asked, "questionnaire"),
        Sent::Answers(reply) => (&reply.to, "answers"),
    };
    let file = format!("{}.prisk-{ending}.json", file_stem(&asked.partnership_name));
    Parcel { kind, text, file }
}

/// What stands in the address of a link to a parcel, behind its place.
pub async fn link_of(
    world: World,
    parcel: Parcel,
    passphrase: Option<String>,
) -> Result<String, CipherError> {
    let Some(passphrase) = passphrase else { return Ok(link::write(parcel.kind, &parcel.text)) };
    let bytes = link::packed(parcel.kind, &parcel.text);
    let sealed = world.cipher.seal(&passphrase, bytes).await?;
    Ok(link::write_sealed(&sealed))
}

/// Offers a parcel as a file.
pub async fn offer_parcel(
    world: World,
    parcel: Parcel,
    passphrase: Option<String>,
) -> Result<(), CipherError> {
    let text = match passphrase {
        None => parcel.text,
        Some(passphrase) => sealed::write(&world.cipher.seal(&passphrase, parcel.text.into_bytes()).await?),
    };
    world.files.offer(&parcel.file, "application/json", &text);
    Ok(())
}
