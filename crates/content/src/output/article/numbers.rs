//! Numbers to call, from `countries.toml`: the same wherever they stand.

use super::page::Page;
use crate::output::html::Html;
use crate::parse::countries::Country;
use crate::parse::slots::Slots;
use crate::parse::strings::PageText;

impl Page<'_> {
    /// Large buttons for the countries of most readers, one for each number; all others one tap
    /// away. On the card they are a line of text.
    pub(super) fn emergency_numbers(&self, id: &str, html: &mut Html) {
        let buttons = Button::of(&self.library.countries.all);
        if self.document.is_a(Slots::Card) {
            let numbers = buttons
                .iter()
                .map(|button| format!("{} ({})", button.number, button.names()));
            let numbers: Vec<_> = numbers.collect();
            html.raw("<p class=\"numbers\"");
            self.anchor(id, html);
            html.raw(">");
            html.text(&numbers.join(" \u{b7} ")).raw("</p>");
            return;
        }
        html.raw("<div class=\"numbers\"");
        self.anchor(id, html);
        html.raw("><ul class=\"call\">");
        for button in &buttons {
            button.write(html);
        }
        html.raw("</ul><details class=\"countries\"><summary>")
            .text(self.say(PageText::OtherCountries))
            .raw("</summary><ul>");
        for country in &self.library.countries.all {
            self.country(country, html);
        }
        html.raw("</ul></details></div>");
    }

    fn country(&self, country: &Country, html: &mut Html) {
        html.raw("<li>").text(&country.name.value).raw(": ");
        match &country.emergency {
            Some(number) => phone(&number.value, html),
            None => {
                html.text(self.say(PageText::NumberUnknown));
            }
        }
        html.raw(".");
        if let Some(also) = &country.also {
            html.raw(" ").text(&also.value);
        }
        html.raw("</li>");
    }

    pub(super) fn listening_lines(&self, id: &str, html: &mut Html) {
        html.raw("<ul class=\"listening\"");
        self.anchor(id, html);
        html.raw(">");
        for country in &self.library.countries.all {
            for line in &country.listen {
                html.raw("<li>")
                    .text(&country.short.value)
                    .raw(": ")
                    .text(&line.name.value)
                    .raw(", ");
                phone(&line.number.value, html);
                if let Some(hours) = &line.hours {
                    html.raw(", ").text(&hours.value);
                }
                html.raw(".");
                if let Some(text) = &line.text {
                    html.raw(" ").text(&text.value);
                }
                html.raw("</li>");
            }
        }
        html.raw("</ul>");
    }
}

/// An emergency number with every country of the first row that has it.
struct Button<'a> {
    number: &'a str,
    countries: Vec<&'a Country>,
}

impl<'a> Button<'a> {
    /// The buttons of the first row, in the order of the countries.
    fn of(countries: &'a [Country]) -> Vec<Button<'a>> {
        let mut buttons: Vec<Button<'a>> = Vec::new();
        for country in countries.iter().filter(|country| country.first) {
            let Some(number) = &country.emergency else {
                continue;
            };
            let number = number.value.as_str();
            match buttons.iter_mut().find(|button| button.number == number) {
                Some(button) => button.countries.push(country),
                None => buttons.push(Button {
                    number,
                    countries: vec![country],
                }),
            }
        }
        buttons
    }

    fn names(&self) -> String {
        let names = self.countries.iter();
        let names: Vec<_> = names.map(|country| country.short.value.as_str()).collect();
        names.join(", ")
    }

    fn write(&self, html: &mut Html) {
        let regions = self.countries.iter();
        let regions: Vec<_> = regions
            .filter_map(|country| country.region.as_ref())
            .map(|region| format!("for-{region}"))
            .collect();
        html.raw("<li");
        if !regions.is_empty() {
            html.raw(" class=\"").text(&regions.join(" ")).raw("\"");
        }
        html.raw("><a href=\"tel:")
            .text(self.number)
            .raw("\"><b>")
            .text(self.number)
            .raw("</b> <span>")
            .text(&self.names())
            .raw("</span></a></li>");
    }
}

/// A telephone number to tap, as people write it.
fn phone(number: &str, html: &mut Html) {
    let digits: String = number
        .chars()
        .filter(|char| char.is_ascii_digit() || *char == '+')
        .collect();
    html.raw("<a href=\"tel:").text(&digits).raw("\">");
    html.text(number).raw("</a>");
}
