//! A register as large as any body keeps: risks in the words of the typical ones, each put together differently.

use std::rc::Rc;

use crate::catalogue::typical_risks;
use crate::register::{
    Change, Organisation, Partnership, PartnershipId, Ratings, Register, Risk, RiskId, Status, Treatment,
};
use crate::scale::{Matrix, Rating, preset};

const PLACES: [&str; 12] = [
    "the northern depots",
    "Ashford Road",
    "the county hall",
    "both hospitals",
    "the harbour",
    "the market towns",
    "the leisure centres",
    "the call centre",
    "the care homes",
    "the new bypass",
    "the archive",
    "the school estate",
];
const PEOPLE: [&str; 10] =
    ["A Patel", "J Okafor", "M Evans", "S Novak", "L Byrne", "C Reid", "D Shah", "R Lowe", "K Hill", "T Ng"];

/// Numbers that look drawn by chance (SplitMix64, Steele, Lea and Flood 2014).
fn mixed(n: u64) -> u64 {
    let n = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ n >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ n >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ n >> 31
}

fn one_of<'a>(all: &[&'a str], n: u64) -> &'a str {
    all[(mixed(n) % all.len() as u64) as usize]
}

/// A register with so many risks, forty to a partnership.
pub(in crate::document) fn register(n_risks: u64) -> Register {
    let matrix = Rc::new(preset::of_size(5, 5));
    let empty = Register::new(Organisation::new("Anytown", Rc::clone(&matrix)));
    let partnerships = (0..n_risks.div_ceil(40)).map(|n| {
        let name = format!("{} partnership {n}", one_of(&PLACES, n));
        Partnership::new(PartnershipId::from_bits(mixed(n + (1 << 40))), &name, 1_700_000_000_000)
    });
    let risks = (0..n_risks).map(|n| risk(n, &matrix));
    let change =
        Change::All(vec![Change::PartnershipsPut(partnerships.collect()), Change::RisksPut(risks.collect())]);
    empty.apply(change).expect("sound parts")
}

fn risk(n: u64, matrix: &Matrix) -> Risk {
    let typical = typical_risks();
    let like = |salt: u64| &typical[(mixed(n * 7 + salt) % typical.len() as u64) as usize];
    let partnership = PartnershipId::from_bits(mixed(n / 40 + (1 << 40)));
    let title = format!("{} at {}", like(0).title, one_of(&PLACES, n));
    // Some 300 characters each, as in registers that were imported; about few of their risks people write at length.
    let is_told = n.is_multiple_of(20);
    let first = |text: &str| text.split(['.', ';']).next().filter(|_| is_told).unwrap_or_default().to_owned();
    let place = |salt: u64| {
        matrix.likelihood().position((mixed(n * 11 + salt) % 5 + 1) as f64).expect("on the scale")
    };
    let rating = |salt: u64| Some(Rating { likelihood: place(salt), impact: place(salt + 1) });
    Risk {
        updated: 1_700_000_000_000 + (mixed(n) % 10_000_000_000).cast_signed(),
        reference: format!("R{n}"),
        cause: first(&like(0).cause),
        event: first(&like(1).event),
        consequence: first(&like(2).consequence),
        category: Some(like(0).category.clone()),
        owner: one_of(&PEOPLE, n * 3).to_owned(),
        ratings: Ratings { current: rating(3), ..Ratings::default() },
        treatment: Treatment::Treat,
        status: Status::Open,
        ..Risk::new(RiskId::from_bits(mixed(n)), partnership, &title, 1_700_000_000_000)
    }
}
