//! The ten themes of the health check, in the order in which they are asked. The questions of each stand next
//! door in `standard`.

use crate::choice::choices;

choices! {
    /// What a group of four questions is about.
    Theme default Purpose {
        /// The aim, and whether a partnership is the way to it.
        Purpose = "purpose", "Purpose and value";
        /// Who takes part.
        Partners = "partners", "Partners";
        /// What is written and signed.
        Agreement = "agreement", "Agreement";
        /// Who decides and answers for it.
        Leadership = "leadership", "Leadership";
        /// What is achieved.
        Performance = "performance", "Performance";
        /// Money.
        Finance = "finance", "Finance";
        /// Joint risks, and who confirms that they are under control.
        Assurance = "assurance", "Risk and assurance";
        /// Staff, skills and trust.
        People = "people", "People and culture";
        /// Users and everyone else outside.
        Public = "public", "The public";
        /// Review and ending.
        Exit = "exit", "Change and exit";
    }
}

impl Theme {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// What a healthy partnership looks like in it, in one sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Purpose => "The partnership is the right way to an agreed aim, and worth what it costs.",
            Self::Partners => {
                "The partners are the right ones, they are sound, and each knows what the others expect."
            }
            Self::Agreement => "What the partners owe one another is written, signed and kept up to date.",
            Self::Leadership => {
                "Somebody is in charge, the right people decide, and decisions can be traced and challenged."
            }
            Self::Performance => {
                "The partners share targets and facts, meet the hardest needs and act when results fall short."
            }
            Self::Finance => {
                "The money fits the aims, those who give it watch it, and the service survives a failure."
            }
            Self::Assurance => {
                "The partners know their joint risks, and somebody independent confirms that these are managed."
            }
            Self::People => {
                "Staff and partners work together openly, with the skills and the trust it takes."
            }
            Self::Public => {
                "Users are heard, know who provides what, and have things put right when they go wrong."
            }
            Self::Exit => "The partnership changes as the world does, and can end without harm to its users.",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::choice::Choice;

    #[test]
    fn every_theme_has_a_name_a_key_and_one_sentence_of_its_own() {
        let all =
            |words: fn(Theme) -> &'static str| Theme::ALL.map(words).into_iter().collect::<BTreeSet<_>>();
        for words in [Theme::key, Theme::name, Theme::description] {
            assert_eq!(all(words).len(), Theme::COUNT);
        }
        for theme in Theme::ALL {
            let sentence = theme.description();
            assert!(sentence.ends_with('.') && !sentence.contains(". "), "{sentence}");
        }
    }

    #[test]
    fn themes_stand_in_their_own_order() {
        assert!(Theme::ALL.is_sorted());
        assert_eq!(Theme::ALL.map(|theme| theme as usize), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
