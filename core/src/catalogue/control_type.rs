//! The ways in which a control works on a risk. Which controls there are is the register's business.

use crate::choice::choices;

choices! {
    /// How a control works on a risk (HM Treasury, Orange Book).
    ControlType default Preventive {
        /// Keeps it from happening.
        Preventive = "preventive", "Preventive";
        /// Notices when it happens.
        Detective = "detective", "Detective";
        /// Puts right what has happened.
        Corrective = "corrective", "Corrective";
        /// Tells people what to do.
        Directive = "directive", "Directive";
    }
}
