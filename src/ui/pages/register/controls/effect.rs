//! What a control does to a risk, in words.

use partnership_risk_core::register::Effect;

use crate::ui::words::{count, sentence_case};

/// What a control does to a risk, in words; "Not said" where nobody has.
pub(in crate::ui::pages) fn effect_in_words(effect: &Effect) -> String {
    let steps = |steps: u8, axis: &str| {
        (steps > 0).then(|| format!("{axis} down {}", count(usize::from(steps), "step", "steps")))
    };
    let parts = [
        effect.frequency_cut.map(|cut| format!("{cut} fewer events")),
        effect.severity_cut.map(|cut| format!("each {cut} cheaper")),
        steps(effect.likelihood_steps, "likelihood"),
        steps(effect.impact_steps, "impact"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Not said".to_owned() } else { sentence_case(&parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::RiskId;
    use partnership_risk_core::share::Share;

    use super::*;

    #[test]
    fn each_part_of_an_effect_is_said_where_it_is_known() {
        let nothing = Effect::on(RiskId::from_bits(1));
        let cut = |percent: &str| Share::read(percent).ok();
        for (effect, said) in [
            (nothing, "Not said"),
            (Effect { likelihood_steps: 1, ..nothing }, "Likelihood down 1 step"),
            (
                Effect { frequency_cut: cut("20"), severity_cut: cut("12.5"), impact_steps: 2, ..nothing },
                "20 % fewer events, each 12.5 % cheaper, impact down 2 steps",
            ),
        ] {
            assert_eq!(effect_in_words(&effect), said);
        }
    }
}
