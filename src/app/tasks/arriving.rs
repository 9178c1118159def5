//! What comes in as a link or as a file from somebody else, opened with its passphrase where it is sealed. Nothing of it
//! is kept here: what it holds is shown first. What goes out is next door in `sending`.

use std::rc::Rc;

use partnership_risk_core::document::sealed::{self, Sealed};
use partnership_risk_core::exchange::link::{self, Link, LinkKind};

use crate::app::world::World;

/// What somebody sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrived {
    /// A text of a kind, which has yet to be read.
    Open(LinkKind, Rc<str>),
    /// It opens under a passphrase.
    Sealed(Sealed),
    /// It cannot be opened, and why.
    Refused(String),
}

/// What a link brings: what stands in its address behind the place.
#[must_use]
pub fn arrived(link: &str) -> Arrived {
    match link::read(link) {
        Ok(Link::Plain(kind, text)) => Arrived::Open(kind, text.into()),
        Ok(Link::Sealed(sealed)) => Arrived::Sealed(sealed),
        Err(error) => Arrived::Refused(error.to_string()),
    }
}

/// What a file brings that ought to hold something of this kind.
#[must_use]
pub fn arrived_file(kind: LinkKind, content: Result<&[u8], &String>) -> Arrived {
    let text = content.map_err(Clone::clone).and_then(|bytes| {
        std::str::from_utf8(bytes).map_err(|error| format!("the text is damaged: {error}"))
    });
    match text {
        Err(reason) => Arrived::Refused(reason),
        Ok(text) if sealed::is_sealed(text) => match sealed::read(text) {
            Ok(sealed) => Arrived::Sealed(sealed),
            Err(error) => Arrived::Refused(error.to_string()),
        },
        Ok(text) => Arrived::Open(kind, text.into()),
    }
}

/// What is inside something sealed, or why it was not opened. A file ought to hold something of this kind; a link says
/// itself what it holds.
pub async fn unsealed(
    world: World,
    sealed: Sealed,
    passphrase: String,
    kind: LinkKind,
) -> Result<(LinkKind, Rc<str>), String> {
    let bytes = world.cipher.open(&passphrase, sealed).await.map_err(|error| error.to_string())?;
    if bytes.first() == Some(&b'{') {
        let text = String::from_utf8(bytes).map_err(|error| format!("the text is damaged: {error}"))?;
        return Ok((kind, text.into()));
    }
    let (kind, text) = link::unpacked(&bytes).map_err(|error| error.to_string())?;
    Ok((kind, text.into()))
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::exchange::link::shared;

    use super::*;
    use crate::app::tasks::{link_of, offer_parcel, register_parcel};
    use crate::app::world::memory::{GlassCipher, OfferedFiles, at_once, world};

    const WORDS: &str = "four plain words here";

    #[test]
    fn what_is_sent_arrives_as_a_link_or_a_file_with_a_passphrase_or_without() {
        let files = Rc::new(OfferedFiles::default());
        let world = World { files: files.clone(), ..world() };
        let register = marlshire();
        let parcel =
            register_parcel(&world, &register, Some(register.partnerships()[0].id)).expect("it is there");
        let open = Arrived::Open(parcel.kind, parcel.text.clone().into());
        for passphrase in [None, Some(WORDS.to_owned())] {
            let link =
                at_once(link_of(world.clone(), parcel.clone(), passphrase.clone())).expect("it is made");
            at_once(offer_parcel(world.clone(), parcel.clone(), passphrase)).expect("it is offered");
            let (_, file) = files.0.borrow_mut().pop().expect("just offered");
            for found in [arrived(&link), arrived_file(parcel.kind, Ok(file.as_bytes()))] {
                let found = match found {
                    Arrived::Sealed(sealed) => {
                        let opened = unsealed(world.clone(), sealed, WORDS.to_owned(), parcel.kind);
                        let (kind, text) = at_once(opened).expect("the passphrase fits");
                        Arrived::Open(kind, text)
                    }
                    other => other,
                };
                assert_eq!(found, open);
            }
        }
        let shared = shared::read(parcel.kind, &parcel.text).expect("it is a partnership");
        assert_eq!(shared.register.partnerships(), &register.partnerships()[..1]);
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        let cipher = Rc::new(GlassCipher::default());
        let world = World { cipher: cipher.clone(), ..world() };
        let sealed = at_once(world.cipher.seal(WORDS, b"x".to_vec())).expect("it is there");
        for (passphrase, reason) in [
            ("other", "the passphrase is wrong or the file was altered"),
            (WORDS, "it does not begin as the links of this calculator do"),
        ] {
            let opened = unsealed(world.clone(), sealed.clone(), passphrase.to_owned(), LinkKind::Answers);
            assert_eq!(at_once(opened), Err(reason.to_owned()));
        }
        let too_large = "it is larger than 1 MB".to_owned();
        assert_eq!(arrived_file(LinkKind::Answers, Err(&too_large)), Arrived::Refused(too_large));
        assert!(matches!(arrived_file(LinkKind::Answers, Ok(b"\xff")), Arrived::Refused(_)));
        assert_eq!(arrived("r1"), Arrived::Refused("its end is missing: it was cut short on its way".into()));
    }
}
