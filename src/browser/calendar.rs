//! Which day is it where the reader is?

use vitrine_corpus::citation::Day;

/// Today, by the reader's clock.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let [month, day] = [now.get_month() + 1, now.get_date()].map(|n| n as u8);
    Day { year: now.get_full_year() as i32, month, day }
}
