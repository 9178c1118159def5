//! Views of pages that have a name: which change saves one, gives it another name, or takes it out.

use partnership_risk_core::register::{Change, Register, SavedView};

/// The change by which an address gets a name; a view that had this name is replaced.
#[must_use]
pub fn saved(register: &Register, name: &str, address: &str) -> Change {
    let mut views: Vec<SavedView> =
        register.views().iter().filter(|view| view.name != name).cloned().collect();
    views.push(SavedView { name: name.to_owned(), address: address.to_owned() });
    Change::ViewsSet(views)
}

/// The change by which the view at a place in the list gets another name; another that had it is replaced.
#[must_use]
pub fn renamed(register: &Register, place: usize, name: &str) -> Change {
    let views = register.views().iter().enumerate().filter(|(at, view)| *at == place || view.name != name);
    let renamed = |(at, view): (usize, &SavedView)| match at == place {
        true => SavedView { name: name.to_owned(), ..view.clone() },
        false => view.clone(),
    };
    Change::ViewsSet(views.map(renamed).collect())
}

/// The change by which the view at a place in the list loses its name.
#[must_use]
pub fn without(register: &Register, place: usize) -> Change {
    let views = register.views().iter().enumerate().filter(|(at, _)| *at != place);
    Change::ViewsSet(views.map(|(_, view)| view.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn a_view_is_saved_renamed_and_taken_out_and_no_two_have_one_name() {
        let mut register = fife_council();
        let mut told = Vec::new();
        let steps: [fn(&Register) -> Change; 5] = [
            |register| saved(register, "Mine", "#/risks?q=a"),
            |register| saved(register, "Board", "#/risks?q=b"),
            |register| saved(register, "Mine", "#/risks?q=c"),
            |register| renamed(register, 0, "Mine"),
            |register| without(register, 0),
        ];
        for step in steps {
            register = register.apply(step(&register)).expect("sound");
            let views = register.views().iter().map(|v| format!("{} {}", v.name, v.address));
            told.push(views.collect::<Vec<_>>().join(", "));
        }
        assert_eq!(
            told,
            [
                "Mine #/risks?q=a",
                "Mine #/risks?q=a, Board #/risks?q=b",
                "Board #/risks?q=b, Mine #/risks?q=c",
                "Mine #/risks?q=b",
                "",
            ]
        );
    }
}
