//! The indicators of practice: for each, what counts, how a partnership answers, and the published figure that it
//! reminds of. An indicator is one entry here. What is known of a partnership is read next door in `case`.

use super::case::{COLLABORATION_SKILLS, Case, JOINT_RISK_REGISTER, Verdict};
use crate::choice::choices;
use crate::letters;
use crate::register::AgreementForm;

choices! {
    /// A practice that has a published figure, or should have.
    Indicator default RiskManagement {
        /// Whether risk is managed.
        RiskManagement = "risk-management", "Risk management in place";
        /// Whether there is a signed agreement.
        SignedAgreement = "signed-agreement", "Agreement signed by all partners";
        /// Whether somebody answers for it.
        AccountableOfficer = "accountable-officer", "Accountable officer named";
        /// Whether those who lead are prepared for working with others.
        AbleLeaders = "able-leaders", "Leaders able to work with others";
        /// Whether something went wrong.
        ProblemsMet = "problems-met", "Problems met";
        /// Whether something went wrong where there is no agreement.
        ProblemsWithoutAgreement = "problems-without-agreement", "Problems met without a written agreement";
        /// Whether something went wrong where there is one.
        ProblemsWithAgreement = "problems-with-agreement", "Problems met with a written agreement";
    }
}

/// In which direction a share gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The more partnerships, the better.
    More,
    /// The fewer.
    Less,
}

/// The published figure beside an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The id of the fact among [`crate::catalogue::facts`], which gives its source.
    pub fact: &'static str,
    /// The figure, from 0 to 1.
    pub share: f64,
    /// What the same source found in other places than partnerships, from and to, where it compares.
    pub elsewhere: Option<(f64, f64)>,
    /// How what was counted there differs from what is counted here, in a sentence or two.
    pub difference: &'static str,
    /// Whether it is near enough to hold a share of partnerships against.
    pub is_a_yardstick: bool,
}

/// What an indicator asks.
pub(super) struct Question {
    counts: &'static str,
    better: Better,
    published: Option<Published>,
    /// How a partnership answers.
    pub(super) verdict: fn(&Case<'_>) -> Verdict,
}

impl Indicator {
    /// What counts, and where it is not known, in a few sentences.
    #[must_use]
    pub fn counts(self) -> &'static str {
        self.question().counts
    }

    /// In which direction the share gets better.
    #[must_use]
    pub fn better(self) -> Better {
        self.question().better
    }

    /// The published figure beside it.
    #[must_use]
    pub fn published(self) -> Option<Published> {
        self.question().published
    }

    pub(super) fn question(self) -> &'static Question {
        match self {
            Self::RiskManagement => &RISK_MANAGEMENT,
            Self::SignedAgreement => &SIGNED_AGREEMENT,
            Self::AccountableOfficer => &ACCOUNTABLE_OFFICER,
            Self::AbleLeaders => &ABLE_LEADERS,
            Self::ProblemsMet => &PROBLEMS_MET,
            Self::ProblemsWithoutAgreement => &PROBLEMS_WITHOUT_AGREEMENT,
            Self::ProblemsWithAgreement => &PROBLEMS_WITH_AGREEMENT,
        }
    }
}

const RISK_MANAGEMENT: Question = Question {
    counts: "An open risk of the partnership has a current rating and an owner, and those who answered its health check say that a joint risk register is at least partly in place. Not known where such a risk is there and nobody could say whether the partners keep a joint register.",
    better: Better::More,
    published: Some(Published {
        fact: "risk-management-in-place",
        share: 0.44,
        elsewhere: Some((0.75, 0.95)),
        difference: "The survey asked bodies about all their partnerships together; here each of your partnerships counts once.",
        is_a_yardstick: true,
    }),
    verdict: |case| match case.points(JOINT_RISK_REGISTER) {
        _ if !case.has_owned_risk => Verdict::No,
        Some(points) => Verdict::from(points >= 2),
        None => Verdict::Unknown,
    },
};

const SIGNED_AGREEMENT: Question = Question {
    counts: "All partners have signed an agreement: the partnership says so or, where it does not say, the health check does. Not known where neither says anything.",
    better: Better::More,
    published: Some(Published {
        fact: "agreements-for-all",
        share: 0.27,
        elsewhere: None,
        difference: "That is another question: the share of councils that applied agreements to all of their partnerships, not the share of partnerships that have one.",
        is_a_yardstick: false,
    }),
    verdict: |case| match case.agreement() {
        AgreementForm::SignedByAll => Verdict::Yes,
        AgreementForm::None | AgreementForm::Informal | AgreementForm::Written => Verdict::No,
        AgreementForm::NotKnown => Verdict::Unknown,
    },
};

const ACCOUNTABLE_OFFICER: Question = Question {
    counts: "An officer of ours is named who answers for the partnership.",
    better: Better::More,
    published: None,
    verdict: |case| Verdict::from(!letters::is_blank(&case.partnership.accountable_officer)),
};

const ABLE_LEADERS: Question = Question {
    counts: "Those who answered the partnership's health check say that the skills of working with others are set out and that those who lead were assessed against them: the question on skills is at least largely in place. Not known where nobody answered it or nobody could say.",
    better: Better::More,
    published: Some(Published {
        fact: "leaders-who-feel-able",
        share: 0.29,
        elsewhere: None,
        difference: "The survey asked leaders whether they feel able to deal with the risks of working with other organisations; here each partnership counts whose leaders were assessed for it, whatever they feel.",
        is_a_yardstick: false,
    }),
    verdict: |case| {
        let points = case.points(COLLABORATION_SKILLS);
        points.map_or(Verdict::Unknown, |points| Verdict::from(points >= 3))
    },
};

const PROBLEMS_MET: Question = Question {
    counts: "A loss of the partnership is on record within the past three years. Not known while the register holds no loss at all, since then nobody may be writing them down.",
    better: Better::Less,
    published: Some(Published {
        fact: "problems-met",
        share: 1.0 / 3.0,
        elsewhere: None,
        difference: "Auditors judged whole bodies and any kind of problem, and found a third of public bodies, among authorities a quarter; here partnerships with a recorded loss count.",
        is_a_yardstick: false,
    }),
    verdict: problems,
};

const PROBLEMS_WITHOUT_AGREEMENT: Question = Question {
    counts: "Of the partnerships without an agreement in writing, those with a loss on record within the past three years.",
    better: Better::Less,
    published: Some(Published {
        fact: "agreements-help",
        share: 0.6,
        elsewhere: None,
        difference: DIFFERENT_PROBLEMS,
        is_a_yardstick: false,
    }),
    verdict: |case| match case.agreement() {
        AgreementForm::None | AgreementForm::Informal => problems(case),
        AgreementForm::Written | AgreementForm::SignedByAll => Verdict::Outside,
        AgreementForm::NotKnown => Verdict::Unknown,
    },
};

const PROBLEMS_WITH_AGREEMENT: Question = Question {
    counts: "Of the partnerships with an agreement in writing, signed by all or not, those with a loss on record within the past three years.",
    better: Better::Less,
    published: Some(Published {
        fact: "agreements-help",
        share: 0.22,
        elsewhere: None,
        difference: DIFFERENT_PROBLEMS,
        is_a_yardstick: false,
    }),
    verdict: |case| match case.agreement() {
        AgreementForm::Written | AgreementForm::SignedByAll => problems(case),
        AgreementForm::None | AgreementForm::Informal => Verdict::Outside,
        AgreementForm::NotKnown => Verdict::Unknown,
    },
};

const DIFFERENT_PROBLEMS: &str = "Auditors judged whole bodies and counted problems of governance; here partnerships with a recorded loss count, of whatever kind.";

fn problems(case: &Case<'_>) -> Verdict {
    case.met_problems.map_or(Verdict::Unknown, Verdict::from)
}
