//! What a block of one colour is painted with: a shade of the ramp, or a colour that somebody has chosen.
//! The page's policy allows no styles of its own on an element, so a chosen colour is a picture behind the
//! words.

use yew::prelude::{AttrValue, Classes, Html, classes, html};

use super::band::Shade;

/// What a block is painted with.
#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    /// A shade of the ramp.
    Shade(Shade),
    /// A colour of somebody's own, as `#rrggbb`.
    Own {
        /// The colour.
        colour: AttrValue,
        /// Whether words on it are white.
        is_dark: bool,
    },
}

impl From<Shade> for Paint {
    fn from(shade: Shade) -> Self {
        Self::Shade(shade)
    }
}

impl Paint {
    /// The classes of the painted block.
    #[must_use]
    pub fn class(&self) -> Classes {
        match self {
            Self::Shade(shade) => classes!(shade.class()),
            Self::Own { is_dark: true, .. } => classes!("paint", "paint--dark"),
            Self::Own { is_dark: false, .. } => classes!("paint", "paint--light"),
        }
    }

    /// What stands first in the painted block, behind the rest.
    pub fn behind(&self) -> Html {
        match self {
            Self::Shade(_) => Html::default(),
            Self::Own { colour, .. } => html! {
                <svg class="paint__colour" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="1" height="1" fill={colour} />
                </svg>
            },
        }
    }
}
