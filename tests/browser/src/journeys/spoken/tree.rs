//! An accessibility tree as lines: role, name, state, as a screen reader would say it.

use std::collections::BTreeMap;

use serde_json::Value;

/// What says nothing by itself: only what is in it counts.
const SILENT: &[&str] = &[
    "none",
    "generic",
    "RootWebArea",
    "InlineTextBox",
    "paragraph",
    "article",
    "sectionheader",
    "sectionfooter",
    // Empty until something is to be told.
    "status",
    "LineBreak",
    "ListMarker",
    "LabelText",
    "Details",
    "emphasis",
    "strong",
    "time",
    "Legend",
];
/// What is said by its name, which is the text in it.
const WHOLE: &[&str] = &[
    "StaticText",
    "link",
    "button",
    "DisclosureTriangle",
    "image",
    "img",
    "radio",
    "checkbox",
    "textbox",
    "progressbar",
];
/// States that are said, and how.
const STATES: &[&str] = &[
    "level", "expanded", "checked", "pressed", "disabled", "focused", "required", "invalid",
    "haspopup", "modal", "current",
];
/// As much of a text as tells it from others: whole pages would be here otherwise.
const LONGEST: usize = 48;
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The lines of a tree, each behind as many blanks as it has named surroundings.
pub fn spoken(nodes: &Value) -> String {
    let nodes = nodes.as_array().map_or(&[][..], Vec::as_slice);
    let by_id: BTreeMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let mut out = String::new();
    if let Some(root) = nodes.first() {
        let name = value(&root["name"]);
        out.push_str(&line(0, "page", &name, "", ""));
        children(root, &by_id, 0, &mut out);
    }
    out
}

fn children(node: &Value, by_id: &BTreeMap<&str, &Value>, depth: usize, out: &mut String) {
    for id in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = id.as_str().and_then(|id| by_id.get(id)) {
            say(child, by_id, depth, out);
        }
    }
}

fn say(node: &Value, by_id: &BTreeMap<&str, &Value>, depth: usize, out: &mut String) {
    let role = value(&node["role"]);
    let is_ignored = node["ignored"].as_bool() == Some(true);
    let states = states(node);
    // Where the focus is has to be said, also of what is silent otherwise.
    if is_ignored || (SILENT.contains(&role.as_str()) && !states.contains("focused")) {
        return children(node, by_id, depth, out);
    }
    let said = match role.as_str() {
        "StaticText" => "text",
        "DisclosureTriangle" => "summary",
        other => other,
    };
    let (name, description) = (value(&node["name"]), value(&node["description"]));
    if said == "text" && name.trim().is_empty() {
        return;
    }
    out.push_str(&line(depth, said, &name, &states, &description));
    let is_heading = role == "heading";
    if is_heading || WHOLE.contains(&role.as_str()) {
        // What is in a heading is its name; what can be pressed in it is said as well.
        let mut within = String::new();
        children(node, by_id, depth + 1, &mut within);
        let kept = within.lines().filter(|line| {
            let line = line.trim_start();
            line.starts_with("link") || line.starts_with("button") || line.starts_with("heading")
        });
        for line in kept {
            out.push_str(line);
            out.push('\n');
        }
    } else {
        children(node, by_id, depth + 1, out);
    }
}

fn states(node: &Value) -> String {
    let mut said = String::new();
    let is_item = value(&node["role"]) == "listitem";
    for property in node["properties"].as_array().into_iter().flatten() {
        let (name, what) = (
            property["name"].as_str().unwrap_or_default(),
            value(&property["value"]),
        );
        if (name == "level" && is_item)
            || !STATES.contains(&name)
            || ["false", "", "off"].contains(&what.as_str())
        {
            if name == "expanded" {
                said.push_str(" collapsed");
            }
            continue;
        }
        let words = match (name, what.as_str()) {
            ("level", level) => [" ", level].concat(),
            (_, "true") => [" ", name].concat(),
            (_, other) => [" ", name, "=", other].concat(),
        };
        said.push_str(&words);
    }
    said
}

fn line(depth: usize, role: &str, name: &str, states: &str, description: &str) -> String {
    let indent = " ".repeat(depth);
    let name = match short(name) {
        name if name.is_empty() => name,
        name => format!(" \u{201c}{name}\u{201d}"),
    };
    let more = match short(description) {
        more if more.is_empty() => more,
        more => format!(" ({more})"),
    };
    format!("{indent}{role}{states}{name}{more}\n")
}

/// The beginning of a text, on one line, without what changes by itself: days and minutes.
fn short(text: &str) -> String {
    let mut text = text.to_owned();
    if text.contains("minute") || MONTHS.iter().any(|month| text.contains(month)) {
        for (changing, same) in MONTHS.iter().map(|month| (*month, "month")).chain([
            ("minutes", "minute"),
            (" AM", ""),
            (" PM", ""),
        ]) {
            text = text.replace(changing, same);
        }
        text.retain(|sign| !sign.is_ascii_digit());
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('\u{2026}');
    }
    short
}

/// What a value of the protocol holds, as text.
fn value(of: &Value) -> String {
    match &of["value"] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{short, spoken};
    use serde_json::json;

    #[test]
    fn a_tree_is_said_in_short_lines() {
        let text = |value: &str| json!({ "value": value });
        let nodes = json!([
            { "nodeId": "1", "role": text("RootWebArea"), "name": text("Help"), "childIds": ["2", "4"] },
            { "nodeId": "2", "role": text("heading"), "name": text("Call now"), "childIds": ["3"],
              "properties": [{ "name": "level", "value": { "value": 2 } }] },
            { "nodeId": "3", "role": text("StaticText"), "name": text("Call now") },
            { "nodeId": "4", "ignored": true, "role": text("none"), "childIds": ["5"] },
            { "nodeId": "5", "role": text("DisclosureTriangle"), "name": text("More"),
              "properties": [{ "name": "expanded", "value": { "value": false } }] },
        ]);
        let expected = "page \u{201c}Help\u{201d}\nheading 2 \u{201c}Call now\u{201d}\n\
             summary collapsed \u{201c}More\u{201d}\n";
        assert_eq!(spoken(&nodes), expected);
    }

    #[test]
    fn days_and_minutes_are_left_out() {
        assert_eq!(
            short("Note of May 3, 2026 at 9:01 PM"),
            short("Note of June 24, 2027 at 10:11 AM")
        );
        assert_eq!(short("About 1 minute"), short("About 12 minutes"));
    }
}
