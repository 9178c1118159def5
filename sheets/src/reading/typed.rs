//! What a cell holds, written as a careful person would type it: numbers without the noise of binary fractions, days year
//! first, parts of a whole in per cent. Where the cell is, is the business of the readers.

use calamine::ExcelDateTime;

/// A number with at most fifteen significant digits, which is as many as a spreadsheet keeps.
pub(super) fn number(value: f64) -> String {
    const EXACT: f64 = 1e15;
    if value.fract() == 0.0 && value.abs() < EXACT {
        return format!("{}", value as i64);
    }
    if !(1e-9..1e21).contains(&value.abs()) {
        return format!("{:E}", rounded(value));
    }
    let shortest = value.to_string();
    // A point and a sign are no digits, so that all shorter ones have at most fifteen.
    if shortest.len() <= 15 { shortest } else { rounded(value).to_string() }
}

/// The nearest number with fifteen significant digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

/// A part of a whole in per cent, as exact as it is stored.
pub(super) fn percent(value: f64) -> String {
    number(rounded(value * 100.0)) + "%"
}

/// Whether a format of numbers shows them in per cent: by a sign in its first section that is not quoted (ECMA-376 part 1,
/// 18.8.31).
pub(super) fn is_percent(format: &str) -> bool {
    let mut letters = format.chars();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\\' | '_' | '*' => {
                letters.next();
            }
            ';' => return false,
            '%' => return true,
            _ => {}
        }
    }
    false
}

/// Days after which no calendar of a spreadsheet goes: 31 December 9999 is the last.
const DAYS: f64 = 2_958_466.0;

/// A moment of a spreadsheet: a day, a day with its time, a time alone, or a length of time.
pub(super) fn moment(moment: ExcelDateTime) -> String {
    let value = moment.as_f64();
    if moment.is_duration() {
        return duration(value);
    }
    if !(0.0..DAYS).contains(&value) {
        return number(value);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let time = clock(u32::from(hour), u32::from(minute), u32::from(second) + u32::from(milli >= 500));
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (value < 1.0, value.fract() == 0.0) {
        (true, _) => time,
        (false, true) => date,
        (false, false) => format!("{date} {time}"),
    }
}

/// Hours and minutes, and seconds where there are any.
fn clock(hour: u32, minute: u32, second: u32) -> String {
    // Half a second before the minute counts as the minute, but never as another day.
    let (minute, second) =
        if second == 60 && minute < 59 { (minute + 1, 0) } else { (minute, second.min(59)) };
    match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

/// A length of time given in days, as hours, minutes and seconds.
fn duration(days: f64) -> String {
    let seconds = (days.abs() * 86_400.0).round();
    if !(0.0..1e12).contains(&seconds) {
        return number(days);
    }
    let sign = if days < 0.0 && seconds > 0.0 { "-" } else { "" };
    let seconds = seconds as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{sign}{hours}:{minutes:02}"),
        _ => format!("{sign}{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// A moment as ISO 8601 has it, without the midnight that only says that it is a day.
pub(super) fn iso_moment(text: &str) -> String {
    let text = text.trim();
    let Some((date, time)) = text.split_once('T') else { return text.to_owned() };
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(whole, _)| whole);
    match time.trim_end_matches([':', '0']) {
        "" => date.to_owned(),
        _ => format!("{date} {}", time.strip_suffix(":00").filter(|time| time.len() == 5).unwrap_or(time)),
    }
}

/// A length of time as ISO 8601 has it, `PT14H05M00S`; as it stands where it is none.
pub(super) fn iso_duration(text: &str) -> String {
    seconds_of(text.trim()).map_or_else(|| text.trim().to_owned(), |seconds| duration(seconds / 86_400.0))
}

fn seconds_of(text: &str) -> Option<f64> {
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (letter, each) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((n, after)) = rest.split_once(letter) {
            seconds += n.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite())? * each;
            rest = after;
        }
    }
    rest.is_empty().then_some(sign * seconds)
}

/// A truth as a spreadsheet shows it.
pub(super) fn truth(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

#[cfg(test)]
mod tests;
