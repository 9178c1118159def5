//! A partnership: who works together, for what, in which form, under which agreement and with which
//! money. How well it is run is told by its health checks; what could go wrong by its risks.

use std::rc::Rc;

use super::{PartnershipId, Sector, Timestamp};
use crate::choice::choices;
use crate::date::Date;
use crate::money::Pence;
use crate::share::Share;

/// A standing arrangement with one or more other bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// What it is to achieve, one objective a line.
    pub objectives: String,
    /// The form it takes.
    pub kind: Kind,
    /// Where it stands in its life.
    pub status: PartnershipStatus,
    /// The stage of its life cycle, where somebody has said so.
    pub stage: Option<LifeStage>,
    /// The other bodies in it, and ourselves where our role matters.
    pub partners: Vec<Partner>,
    /// Who leads it for us; empty while nobody is named.
    pub lead_officer: String,
    /// Who answers for it: "who is in charge?"; empty while nobody is named.
    pub accountable_officer: String,
    /// How it adds value.
    pub value: Value,
    /// What flows through it.
    pub funding: Funding,
    /// What the partners have agreed.
    pub agreement: Agreement,
    /// When it began.
    pub start: Option<Date>,
    /// When it ends, if it does.
    pub end: Option<Date>,
    /// When it is looked at again.
    pub next_review: Option<Date>,
    /// The criteria of significance that somebody has to judge and has judged to be met, by their slug.
    pub significant_for: Vec<Rc<str>>,
    /// Anything else.
    pub notes: String,
}

impl Partnership {
    /// A partnership of which no more than its name is known.
    #[must_use]
    pub fn new(id: PartnershipId, name: &str, created: Timestamp) -> Self {
        Self {
            id,
            created,
            updated: created,
            name: name.to_owned(),
            purpose: String::new(),
            objectives: String::new(),
            kind: Kind::default(),
            status: PartnershipStatus::default(),
            stage: None,
            partners: Vec::new(),
            lead_officer: String::new(),
            accountable_officer: String::new(),
            value: Value::default(),
            funding: Funding::default(),
            agreement: Agreement::default(),
            start: None,
            end: None,
            next_review: None,
            significant_for: Vec::new(),
            notes: String::new(),
        }
    }

    /// The latest day on which the partners have looked or will look at it, as a sign that it lasts until then.
    #[must_use]
    pub(super) fn last_known_day(&self) -> Option<Date> {
        let Agreement { refreshed, review_due, .. } = self.agreement;
        self.next_review.max(refreshed).max(review_due)
    }

    /// Whether it counts: neither over nor put away.
    #[must_use]
    pub fn is_live(&self) -> bool {
        match self.status {
            PartnershipStatus::Proposed | PartnershipStatus::Active => true,
            PartnershipStatus::Ended | PartnershipStatus::Archived => false,
        }
    }
}

/// One body in a partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub sector: Sector,
    /// What it does in the partnership.
    pub role: Role,
    /// Whether it dominates the others.
    pub is_dominant: bool,
    /// The share of the money that it puts in.
    pub money_share: Option<Share>,
    /// The share of a loss that it bears.
    pub loss_share: Option<Share>,
}

/// How a partnership adds value: from what is put in to what comes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// What is put in besides money.
    pub inputs: String,
    /// Days of our own staff's work in a year.
    pub staff_days: Option<u32>,
    /// What it produces.
    pub outputs: String,
    /// What changes for people.
    pub outcomes: String,
    /// What the alternatives would have been and would have cost.
    pub alternatives: String,
}

impl Value {
    /// Whether anybody has said how the partnership adds value.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        !self.outputs.is_empty() || !self.outcomes.is_empty()
    }
}

/// The money of a partnership in one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funding {
    /// All of it.
    pub annual_budget: Option<Pence>,
    /// What we put in.
    pub our_contribution: Option<Pence>,
    /// From how many streams it comes.
    pub streams: Option<u16>,
    /// Whether the money lies in one pooled budget.
    pub pooled: Known,
    /// Whether there are rules for an overspend of it.
    pub overspend_rules: Known,
}

/// What the partners have agreed, and where it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Its form.
    pub form: AgreementForm,
    /// Whether it says what each partner delivers.
    pub deliverables: Known,
    /// Whether it says how performance is measured.
    pub measures: Known,
    /// Whether it says who bears which risk.
    pub risk_sharing: Known,
    /// Whether it says how a partner leaves and how it all ends.
    pub exit: Known,
    /// When it was signed.
    pub signed: Option<Date>,
    /// When it was last brought up to date.
    pub refreshed: Option<Date>,
    /// When it is to be looked at again.
    pub review_due: Option<Date>,
}

choices! {
    /// Whether something is so, where nobody may know.
    Known default NotKnown {
        /// It is.
        Yes = "yes", "Yes";
        /// It is not.
        No = "no", "No";
        /// Nobody has said.
        NotKnown = "not-known", "I do not know";
    }
}

choices! {
    /// The form a partnership takes.
    Kind default Other {
        /// Required by law.
        Statutory = "statutory", "Statutory partnership";
        /// A contract or outsourcing.
        Contract = "contract", "Contract or outsourcing";
        /// One service run for several bodies.
        SharedService = "shared-service", "Shared service";
        /// Money put into one budget.
        PooledBudget = "pooled-budget", "Pooled budget";
        /// A company or body owned together.
        JointVenture = "joint-venture", "Joint venture";
        /// One body commissions for all.
        LeadCommissioning = "lead-commissioning", "Lead commissioning";
        /// Collaboration between police, fire and ambulance services.
        EmergencyServices = "emergency-services", "Emergency services collaboration";
        /// A network or forum.
        Network = "network", "Network or forum";
        /// Any other form, or not said.
        Other = "other", "Other";
    }
}

choices! {
    /// Where a partnership stands in its life.
    PartnershipStatus default Active {
        /// Being prepared.
        Proposed = "proposed", "Proposed";
        /// At work.
        Active = "active", "Active";
        /// Over; its record is kept.
        Ended = "ended", "Ended";
        /// Put away: it shows nowhere but in the archive.
        Archived = "archived", "Archived";
    }
}

choices! {
    /// The stages of the life of a collaboration (ISO 44001:2017).
    LifeStage default Awareness {
        /// Seeing where collaboration could pay.
        Awareness = "awareness", "Awareness";
        /// Knowing what it would take.
        Knowledge = "knowledge", "Knowledge";
        /// Judging one's own readiness.
        InternalAssessment = "internal-assessment", "Internal assessment";
        /// Choosing partners.
        PartnerSelection = "partner-selection", "Partner selection";
        /// Setting up and beginning.
        WorkingTogether = "working-together", "Working together";
        /// Improving and adding value.
        ValueCreation = "value-creation", "Value creation";
        /// Keeping it healthy.
        StayingTogether = "staying-together", "Staying together";
        /// Leaving in good order.
        Exit = "exit", "Exit strategy";
    }
}

choices! {
    /// What a body does in a partnership.
    Role default Member {
        /// Holds the money and answers for it.
        AccountableBody = "accountable-body", "Accountable body";
        /// Leads the work.
        Lead = "lead", "Lead";
        /// Provides the service.
        Provider = "provider", "Provider";
        /// Pays.
        Funder = "funder", "Funder";
        /// Takes part.
        Member = "member", "Member";
    }
}

choices! {
    /// The form of an agreement between partners.
    AgreementForm default NotKnown {
        /// There is none.
        None = "none", "None";
        /// Understood, not written.
        Informal = "informal", "Informal";
        /// Written, not signed by all.
        Written = "written", "Written, not signed by all";
        /// Signed by all partners.
        SignedByAll = "signed-by-all", "Signed by all partners";
        /// Nobody has said.
        NotKnown = "not-known", "I do not know";
    }
}
