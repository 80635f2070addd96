//! Reads an SVG file against the list of what is allowed.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::allowed;
use super::drawing::{Drawing, Pieces};
use crate::base::problem::{At, Findings, Spot};
use crate::parse::files::SourceFile;
use crate::parse::strings;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Deeper than any drawing needs.
const MAX_DEPTH: usize = 32;

/// Reads a drawing. Everything that is not allowed in it is a problem of its own.
pub(super) fn read(
    file: &SourceFile,
    labels: &BTreeMap<String, At<String>>,
    findings: &Findings,
) -> Option<Drawing> {
    let document = match Document::parse(&file.text) {
        Ok(document) => document,
        Err(error) => {
            let mut spot = file.spot(0);
            spot.line = usize::try_from(error.pos().row).unwrap_or(1).max(1);
            let what = format!("this is no SVG: {error}");
            findings.add(
                &spot,
                what,
                "Save it again from the drawing program as plain SVG.",
            );
            return None;
        }
    };
    let root = document.root_element();
    let mut reader = Reader {
        file,
        labels,
        findings,
        used: BTreeSet::new(),
    };
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        let remedy = "Begin with <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"..\">.";
        findings.add(&file.spot(0), "this is no SVG", remedy);
        return None;
    }
    if root.attribute("viewBox").is_none() {
        let remedy = "Add viewBox=\"0 0 width height\": without it the drawing has no size.";
        findings.add(&reader.spot(root), "a drawing without viewBox", remedy);
    }
    let mut attributes = Pieces::default();
    reader.attributes(root, true, &mut attributes);
    let mut inner = Pieces::default();
    for child in root.children() {
        reader.node(child, 1, &mut inner);
    }
    for (name, label) in labels {
        if !reader.used.contains(name) {
            let what = format!("the label `{name}` is not in the drawing");
            let remedy = format!(
                "Write {{{name}}} where it belongs in {}, or take it out.",
                file.name
            );
            findings.add(&label.spot, what, remedy);
        }
    }
    Some(Drawing {
        attributes: attributes.finish(),
        inner: inner.finish(),
    })
}

struct Reader<'a> {
    file: &'a SourceFile,
    labels: &'a BTreeMap<String, At<String>>,
    findings: &'a Findings,
    used: BTreeSet<String>,
}

impl Reader<'_> {
    fn spot(&self, node: Node<'_, '_>) -> Spot {
        self.file.spot(node.range().start)
    }

    fn refuse(&self, node: Node<'_, '_>, what: &str, remedy: &str) {
        self.findings.add(&self.spot(node), what, remedy);
    }

    fn node(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Pieces) {
        if node.is_text() {
            self.text(node, out);
        } else if node.is_element() {
            self.element(node, depth, out);
        }
        // Comments and the like are left out: they would only travel.
    }

    fn element(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Pieces) {
        let name = node.tag_name().name();
        if node.tag_name().namespace() != Some(SVG) || !allowed::element(name) {
            let remedy = "Draw with paths, shapes, groups and text; title and description stand in figures.toml.";
            self.refuse(
                node,
                &format!("<{name}> is not allowed in a drawing"),
                remedy,
            );
            return;
        }
        if depth > MAX_DEPTH {
            self.refuse(
                node,
                "groups inside groups inside groups",
                "Take some of them apart.",
            );
            return;
        }
        out.raw("<").raw(name);
        self.attributes(node, false, out);
        if !node.has_children() {
            out.raw("/>");
            return;
        }
        out.raw(">");
        for child in node.children() {
            self.node(child, depth + 1, out);
        }
        out.raw("</").raw(name).raw(">");
    }

    fn attributes(&self, node: Node<'_, '_>, is_root: bool, out: &mut Pieces) {
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            if is_root && matches!(name, "width" | "height" | "version" | "role") {
                // The page gives the size and the role.
                continue;
            }
            if !allowed::attribute(name) {
                let remedy =
                    "Use presentation attributes or class; no style, no script, no events.";
                self.refuse(
                    node,
                    &format!("`{name}` is not allowed in a drawing"),
                    remedy,
                );
            } else if name == "id" {
                out.raw(" id=\"").prefix().text(value).raw("\"");
            } else if name == "href" {
                match value.strip_prefix('#') {
                    Some(id) => _ = out.raw(" href=\"#").prefix().text(id).raw("\""),
                    None => self.outside(node),
                }
            } else {
                out.raw(" ").raw(name).raw("=\"");
                self.value(node, value, out);
                out.raw("\"");
            }
        }
    }

    /// A value may point to a gradient or a marker of the same file: `url(#arrow)`.
    fn value(&self, node: Node<'_, '_>, value: &str, out: &mut Pieces) {
        match value
            .strip_prefix("url(#")
            .and_then(|rest| rest.split_once(')'))
        {
            Some((id, rest)) if !rest.contains("url") => {
                out.raw("url(#").prefix().text(id).raw(")").text(rest);
            }
            _ if value.to_ascii_lowercase().contains("url") || value.contains("//") => {
                self.outside(node);
            }
            _ => _ = out.text(value),
        }
    }

    fn outside(&self, node: Node<'_, '_>) {
        let remedy = "Everything has to be in the file itself: point to #id only.";
        self.refuse(node, "something outside the drawing", remedy);
    }

    fn text(&mut self, node: Node<'_, '_>, out: &mut Pieces) {
        let written = node.text().unwrap_or_default();
        if written.trim().is_empty() {
            return;
        }
        let mut unknown = Vec::new();
        let filled = strings::fill(written.trim(), |name| {
            self.used.insert(name.to_owned());
            if let Some(label) = self.labels.get(name) {
                return Some(label.value.clone());
            }
            unknown.push(name.to_owned());
            Some(String::new())
        });
        let own = strings::fill(written, |_| Some(String::new()));
        for name in unknown {
            let what = format!("the drawing asks for the label `{name}`");
            self.refuse(
                node,
                &what,
                "Add it to the labels of the drawing in figures.toml.",
            );
        }
        if own.contains(char::is_alphabetic) {
            let remedy = "Write {name} here, and name = \"..\" in its labels in figures.toml.";
            self.refuse(node, "words inside a drawing", remedy);
        }
        out.text(&filled);
    }
}
