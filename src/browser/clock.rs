//! The one clock.

use bearings_domain::time::Millis;
use bearings_records::Clock;

/// The clock of the device.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Millis {
        now()
    }
}

/// A moment as the person's own device writes dates and times.
pub fn date_and_time(when: Millis) -> String {
    let options = js_sys::Object::new();
    for name in ["dateStyle", "timeStyle"] {
        let length = if name == "dateStyle" { "long" } else { "short" };
        _ = js_sys::Reflect::set(&options, &name.into(), &length.into());
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "the time is a whole number of milliseconds far below 2^53"
    )]
    let date = js_sys::Date::new(&(when.0 as f64).into());
    date.to_locale_string("default", &options).into()
}

/// Now.
pub fn now() -> Millis {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the time is a whole number of milliseconds after 1970, far below 2^53"
    )]
    Millis(js_sys::Date::now() as u64)
}

/// The day of a moment on the person's own calendar, as it is in names of files: `2026-11-24`.
pub fn day(when: Millis) -> String {
    const MINUTE: f64 = 60_000.0;
    #[expect(
        clippy::cast_precision_loss,
        reason = "the time is a whole number of milliseconds far below 2^53"
    )]
    let when = when.0 as f64;
    let here = js_sys::Date::new(&when.into()).get_timezone_offset();
    let date = js_sys::Date::new(&(when - here * MINUTE).into());
    let text = String::from(date.to_iso_string());
    text.chars().take(10).collect()
}
