//! Answers that are kept until the register changes. A page asks anew each time it is drawn; what goes through
//! all of a large register is worked out once for each state of it.

use std::cell::RefCell;
use std::rc::Rc;

use partnership_risk_core::register::Register;

/// The last answer to one question about a register, which may depend on one more thing.
pub(super) struct Last<Q, A> {
    kept: RefCell<Option<Kept<Q, A>>>,
}

/// The register, what else was given, and the answer. The register is held, so that no other can come to lie
/// where it lies.
struct Kept<Q, A> {
    register: Rc<Register>,
    given: Q,
    answer: Rc<A>,
}

impl<Q: PartialEq, A> Last<Q, A> {
    /// Nothing was asked yet.
    pub const fn new() -> Self {
        Self { kept: RefCell::new(None) }
    }

    /// The answer: the last one where the same is asked about the same register, and otherwise a new one.
    pub fn answer(&self, register: &Rc<Register>, given: Q, work_out: impl FnOnce(&Q) -> A) -> Rc<A> {
        let same = |kept: &Kept<Q, A>| Rc::ptr_eq(&kept.register, register) && kept.given == given;
        let known = self.kept.borrow().as_ref().filter(|kept| same(kept)).map(|kept| kept.answer.clone());
        known.unwrap_or_else(|| {
            let answer = Rc::new(work_out(&given));
            self.kept.replace(Some(Kept { register: register.clone(), given, answer: answer.clone() }));
            answer
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn the_same_question_about_the_same_register_is_worked_out_once() {
        let (last, one) = (Last::new(), Rc::new(fife_council()));
        let other = Rc::new(fife_council());
        let mut n = 0;
        let mut ask = |register: &Rc<Register>, given: u8| {
            *last.answer(register, given, |given| {
                n += 1;
                (n, *given)
            })
        };
        let answers = [ask(&one, 1), ask(&one, 1), ask(&one, 2), ask(&other, 2), ask(&one, 2)];
        assert_eq!(answers, [(1, 1), (1, 1), (2, 2), (3, 2), (4, 2)]);
    }
}
