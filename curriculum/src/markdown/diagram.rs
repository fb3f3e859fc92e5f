//! Diagrams: SVG files written into the page, so that they take on the page's colours and fonts.
//!
//! An allow-list of elements and attributes, written anew from what was read: nothing that can run, load or style
//! anything gets through, because nothing unknown does.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::{
    XmlVersion,
    events::{BytesStart, Event},
    reader::Reader,
};

use crate::{
    error::Problems,
    text::{TextFile, escape},
};

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Shapes, text, and what shapes are made of.
const ELEMENTS: [&str; 20] = [
    "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "marker", "mask", "path", "pattern", "polygon",
    "polyline", "rect", "svg", "symbol", "text", "title", "tspan", "use",
];

/// The elements whose white space a reader sees.
const WORDS: [&str; 4] = ["desc", "text", "title", "tspan"];

/// Geometry and strokes. Colours come from classes.
const ATTRIBUTES: &[&str] = &[
    "class",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "cx",
    "cy",
    "d",
    "dominant-baseline",
    "dx",
    "dy",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "href",
    "id",
    "lengthAdjust",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "mask",
    "maskUnits",
    "opacity",
    "orient",
    "paint-order",
    "pathLength",
    "patternTransform",
    "patternUnits",
    "points",
    "preserveAspectRatio",
    "r",
    "refX",
    "refY",
    "rotate",
    "rx",
    "ry",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "textLength",
    "transform",
    "vector-effect",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "xmlns",
    "y",
    "y1",
    "y2",
];

/// Writes a checked diagram as a `figure`; `prefix` makes its ids unique in the page, `label` says what it shows.
pub(super) fn figure(
    svg: &TextFile,
    prefix: &str,
    label: &str,
    caption: &str,
    problems: &mut Problems,
) -> Option<String> {
    let before = problems.count();
    let mut drawing = Drawing { prefix, label, html: String::new(), ids: BTreeSet::new(), uses: BTreeMap::new() };
    drawing.read(svg, problems);
    for (id, line) in &drawing.uses {
        if !drawing.ids.contains(id) {
            problems.at(&svg.file, *line, format!("there is no element with the id `{id}`"));
        }
    }
    if problems.count() > before {
        return None;
    }
    let caption =
        if caption.is_empty() { String::new() } else { format!("<figcaption>{}</figcaption>", escape(caption)) };
    Some(format!("<figure class=\"diagram\">{}{caption}</figure>\n", drawing.html))
}

struct Drawing<'a> {
    prefix: &'a str,
    label: &'a str,
    html: String,
    ids: BTreeSet<String>,
    /// Each id that is used, with the line of its first use.
    uses: BTreeMap<String, usize>,
}

impl Drawing<'_> {
    fn read(&mut self, svg: &TextFile, problems: &mut Problems) {
        let passage = svg.passage();
        let mut reader = Reader::from_str(&svg.text);
        let mut open: Vec<String> = Vec::new();
        let mut roots = 0_usize;
        loop {
            let offset = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let line = passage.line(offset);
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let offset = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                    return problems.at(&svg.file, passage.line(offset), format!("is not well-formed XML: {error}"));
                }
            };
            match event {
                Event::Start(element) | Event::Empty(element) if open.is_empty() && roots > 0 => {
                    let name = element.name().0.to_owned();
                    return problems.at(&svg.file, line, format!("`{name}` stands outside of the drawing"));
                }
                Event::Start(element) => {
                    roots += usize::from(open.is_empty());
                    self.element(&element, open.is_empty(), false)
                        .unwrap_or_else(|message| problems.at(&svg.file, line, message));
                    self.note_uses(line);
                    open.push(element.name().0.to_owned());
                }
                Event::Empty(element) => {
                    roots += usize::from(open.is_empty());
                    self.element(&element, open.is_empty(), true)
                        .unwrap_or_else(|message| problems.at(&svg.file, line, message));
                    self.note_uses(line);
                }
                Event::End(element) => {
                    self.html.push_str(&format!("</{}>", escape(element.name().0)));
                    open.pop();
                }
                Event::Text(text) => {
                    let text = text.xml_content(XmlVersion::Implicit1_0);
                    if open.last().is_some_and(|element| WORDS.contains(&element.as_str())) {
                        self.html.push_str(&escape(&text));
                    } else if !text.trim().is_empty() {
                        problems.at(&svg.file, line, "words stand outside of a `text` element");
                    }
                }
                Event::GeneralRef(reference) => match character(&reference) {
                    Some(letter) => self.html.push_str(&escape(letter.encode_utf8(&mut [0; 4]))),
                    None => problems.at(&svg.file, line, "only the entities of XML itself can be used"),
                },
                Event::Comment(_) | Event::Decl(_) => {}
                Event::CData(_) | Event::PI(_) | Event::DocType(_) => {
                    problems.at(&svg.file, line, "CDATA, processing instructions and document types are not allowed");
                }
                Event::Eof => break,
            }
        }
        if let Some(element) = open.last() {
            problems.whole(&svg.file, format!("the element `{element}` is never closed"));
        } else if roots == 0 {
            problems.whole(&svg.file, "there is no `svg` element in it");
        }
    }

    /// Writes a start tag.
    fn element(&mut self, element: &BytesStart<'_>, root: bool, empty: bool) -> Result<(), String> {
        let qualified = element.name();
        let name = qualified.0;
        if !ELEMENTS.contains(&name) || (name == "svg") != root {
            return Err(format!("a diagram may not have the element `{name}` here"));
        }
        let mut tag = format!("<{name}");
        let mut view_box = false;
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|error| format!("an attribute cannot be read: {error}"))?;
            let key = attribute.key.0;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| format!("the value of `{key}` cannot be read: {error}"))?;
            view_box |= key == "viewBox";
            if let Some(value) = self.value(name, key, &value)? {
                tag.push_str(&format!(" {key}=\"{}\"", escape(&value)));
            }
        }
        if root {
            if !view_box {
                return Err("the drawing needs a `viewBox`, so that it can be scaled".to_owned());
            }
            tag.push_str(&format!(" role=\"img\" aria-label=\"{}\"", escape(self.label)));
        }
        self.html.push_str(&tag);
        self.html.push_str(if empty { "/>" } else { ">" });
        Ok(())
    }

    /// What to write for an attribute; nothing for the namespace, which HTML does not need.
    fn value(&mut self, element: &str, key: &str, value: &str) -> Result<Option<String>, String> {
        if !ATTRIBUTES.contains(&key) {
            return Err(format!("a diagram may not have the attribute `{key}`"));
        }
        let refused = || Err(format!("a diagram may not have `{key}=\"{}\"`", value.escape_debug()));
        if value.chars().any(char::is_control) {
            return refused();
        }
        match key {
            "xmlns" if element == "svg" && value == NAMESPACE => Ok(None),
            "xmlns" => refused(),
            "id" => {
                if !is_id(value) {
                    return refused();
                }
                if !self.ids.insert(value.to_owned()) {
                    return Err(format!("the id `{value}` is there twice"));
                }
                Ok(Some(format!("{}{value}", self.prefix)))
            }
            "href" => match value.strip_prefix('#') {
                Some(id) if element == "use" && is_id(id) => Ok(Some(format!("#{}", self.used(id)))),
                _ => refused(),
            },
            "class" if value.split_whitespace().all(is_id) => Ok(Some(value.to_owned())),
            "class" => refused(),
            _ => match value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')) {
                Some(id) if is_id(id) => Ok(Some(format!("url(#{})", self.used(id)))),
                _ if value.to_ascii_lowercase().contains("url(") => refused(),
                None if matches!(key, "fill" | "stroke") && !matches!(value, "none" | "currentColor") => Err(format!(
                    "`{key}` may be `none` or `currentColor`; other colours are classes, so that themes work"
                )),
                _ => Ok(Some(value.to_owned())),
            },
        }
    }

    fn used(&mut self, id: &str) -> String {
        self.uses.entry(id.to_owned()).or_insert(0);
        format!("{}{id}", self.prefix)
    }

    /// Gives the uses that were just found their line.
    fn note_uses(&mut self, line: usize) {
        self.uses.values_mut().filter(|found| **found == 0).for_each(|found| *found = line);
    }
}

/// The character behind `&amp;`, `&#8217;` and the like.
fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn is_id(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(svg: &str) -> Result<String, Vec<String>> {
        let mut problems = Problems::default();
        let file = TextFile { file: "a.svg".into(), text: svg.to_owned() };
        let html = figure(&file, "p-", "What it \"shows\"", "", &mut problems);
        html.ok_or_else(|| problems.into_sorted().iter().map(ToString::to_string).collect())
    }

    fn inside(content: &str) -> Result<String, Vec<String>> {
        draw(&format!("<svg xmlns=\"{NAMESPACE}\" viewBox=\"0 0 1 1\">\n{content}\n</svg>"))
    }

    #[test]
    fn a_diagram_is_named_and_its_ids_are_its_own() {
        let html = inside(
            "<defs><marker id=\"head\"><path d=\"M0 0 8 4\"/></marker></defs><line class=\"d-line\" y2=\"3\" \
             marker-end=\"url(#head)\"/><use href=\"#head\"/><text x=\"1\">a &lt; b &#8217; <tspan>c</tspan></text>",
        )
        .unwrap();
        insta::assert_snapshot!(html);
    }

    #[test]
    fn what_could_run_load_or_style_is_refused() {
        for content in [
            "<script>alert(1)</script>",
            "<script href=\"https://evil.example/x.js\"/>",
            "<g onload=\"alert(1)\"/>",
            "<g ONCLICK=\"alert(1)\"/>",
            "<g style=\"fill:red\"/>",
            "<style>*{}</style>",
            "<foreignObject><body/></foreignObject>",
            "<image href=\"https://evil.example/x.png\"/>",
            "<a href=\"javascript:alert(1)\"><text>x</text></a>",
            "<use href=\"https://evil.example/x.svg#a\"/>",
            "<use xlink:href=\"#a\"/>",
            "<use href=\"data:image/svg+xml,x\"/>",
            "<g href=\"#a\"/>",
            "<path fill=\"url(https://evil.example/#a)\"/>",
            "<path fill=\"URL( #a )\"/>",
            "<path fill=\"red\"/>",
            "<path stroke=\"#fff\"/>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
            "<svg/>",
            "<svg:script>alert(1)</svg:script>",
            "<g xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<g id=\"a b\"/>",
            "<g class=\"x;y\"/>",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml-stylesheet href=\"x.css\"?>",
            "&evil;",
            "loose words",
            "<g id=\"a\"/><g id=\"a\"/>",
            "<use href=\"#nowhere\"/>",
            "<g>",
            "</g>",
            "<g a=b/>",
        ] {
            let errors = inside(content).unwrap_err();
            assert!(errors[0].starts_with("a.svg"), "{content}: {errors:?}");
        }
    }

    #[test]
    fn a_problem_is_found_on_its_line() {
        let errors = inside("<g/>\n<g style=\"x\"/>\n<path fill=\"red\"/>\n<use href=\"#x\"/>").unwrap_err();
        insta::assert_snapshot!(errors.join("\n"));
    }

    #[test]
    fn only_one_drawing_that_scales_is_a_diagram() {
        for svg in [
            "",
            "<g/>",
            "<svg/>",
            "<svg viewBox=\"0 0 1 1\"/><svg viewBox=\"0 0 1 1\"/>",
            "<svg viewBox=\"0 0 1 1\"/><script/>",
            "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg viewBox=\"0 0 1 1\"/>",
            "<svg xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 1 1\"/>",
        ] {
            assert!(draw(svg).is_err(), "{svg}");
        }
        assert!(draw("<?xml version=\"1.0\"?>\n<!-- a comment --><svg viewBox=\"0 0 1 1\"/>").is_ok());
    }
}
