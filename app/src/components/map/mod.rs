//! A map of what builds on what, as a drawing whose places are links.
//!
//! It is drawn by the server and needs no script. Every place is a link in the order of the road, so the keyboard walks it
//! as the eye does; the list on the same page says the same to those who do not see it or have no room for it.

mod layout;

use domain::StretchState;

use super::{Html, Icon};
use crate::pages::Link;
use layout::{Layout, WIDTH};

/// How tall a place is: with stops in it, and without.
const TALL: u32 = 98;
const LOW: u32 = 72;

/// Something on the map.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    /// Where it leads.
    pub link: &'a Link,
    /// What stands in front of the title, if anything.
    pub number: Option<u32>,
    /// How far the viewer is.
    pub state: StretchState,
    /// Whether the viewer's next step is in it.
    pub here: bool,
    /// Whether it is not what was asked for.
    pub aside: bool,
    /// A few words below the title.
    pub facts: String,
    /// What is inside: small places of their own, with whether they are done.
    pub stops: Vec<(&'a Link, StretchState)>,
    /// The places it builds on, by their index.
    pub after: Vec<usize>,
}

/// A state in a word.
pub(crate) fn state_word(state: StretchState) -> &'static str {
    match state {
        StretchState::New => "not begun",
        StretchState::Begun => "begun",
        StretchState::Done => "done",
        StretchState::Known => "known",
    }
}

/// Draws the map.
pub(crate) fn map(label: &str, places: &[Place<'_>]) -> String {
    let after: Vec<&[usize]> = places.iter().map(|place| place.after.as_slice()).collect();
    let tall = if places.iter().all(|place| place.stops.is_empty()) { LOW } else { TALL };
    let layout = Layout::of(&after, tall);
    let mut html = Html::default();
    html.raw(r#"<nav class="map" aria-label=""#).text(label);
    html.raw(r#""><svg class="map-drawing" viewBox="0 0 "#).number(layout.width).raw(" ").number(layout.height);
    html.raw(r#"" width=""#).number(layout.width).raw(r#"" height=""#).number(layout.height).raw(r#"">"#);
    for &(from, to) in &layout.ways {
        let done = matches!(places[from].state, StretchState::Done | StretchState::Known);
        let (x, y) = layout.spots[from];
        way(&mut html, (x, y + tall), layout.spots[to], done);
    }
    for (place, &(x, y)) in places.iter().zip(&layout.spots) {
        draw(&mut html, place, (x, y), tall);
    }
    html.raw("</svg></nav>");
    html.finish()
}

/// A lane from the foot of one place to the head of another.
fn way(html: &mut Html, (from_x, from_y): (u32, u32), (to_x, to_y): (u32, u32), done: bool) {
    let (x1, y1, x2, y2) = (from_x + WIDTH / 2, from_y, to_x + WIDTH / 2, to_y);
    let bend = y2.saturating_sub(y1) / 2;
    for class in [r#"<path class="map-lane"#, r#"<path class="map-marking"#] {
        html.raw(class).raw(if done { r#" is-done" d="M"# } else { r#"" d="M"# });
        html.number(x1).raw(" ").number(y1).raw("C").number(x1).raw(" ").number(y1 + bend).raw(" ");
        html.number(x2).raw(" ").number(y2 - bend).raw(" ").number(x2).raw(" ").number(y2).raw(r#""/>"#);
    }
}

fn state_class(state: StretchState) -> &'static str {
    match state {
        StretchState::New => " is-new",
        StretchState::Begun => " is-begun",
        StretchState::Done => " is-done",
        StretchState::Known => " is-known",
    }
}

fn draw(html: &mut Html, place: &Place<'_>, (x, y): (u32, u32), tall: u32) {
    html.raw(r#"<g class="map-place"#).raw(state_class(place.state));
    html.raw(if place.here { " is-here" } else { "" }).raw(if place.aside { " is-aside" } else { "" });
    html.raw(r#"" transform="translate("#).number(x).raw(" ").number(y).raw(r#")"><a href=""#).text(&place.link.href);
    // The name begins with the words that are seen, in their order; the blanks between the texts are for whoever compares them.
    html.raw(r#"" aria-label=""#);
    if let Some(number) = place.number {
        html.raw("Module ").number(number).raw(": ");
    }
    html.text(&place.link.title).raw(", ").text(&place.facts).raw(", ").raw(state_word(place.state));
    html.raw(if place.here { ", you are here" } else { "" });
    html.raw(r#""><rect class="map-plate" rx="12" width=""#).number(WIDTH).raw(r#"" height=""#).number(tall);
    html.raw(r#""/>"#);
    let indent = match place.number {
        Some(number) => {
            html.raw(r#"<rect class="map-sign" x="12" y="12" width="32" height="32" rx="7"/><text class="map-number" x="28" y="34">"#);
            html.number(number).raw("</text> ");
            54
        }
        None => 14,
    };
    let room = if place.number.is_some() { 20 } else { 25 };
    for (line, words) in layout::lines(&place.link.title, room).iter().enumerate() {
        html.raw(r#"<text class="map-title" x=""#).number(indent).raw(r#"" y=""#);
        html.number(27 + 18 * u32::try_from(line).unwrap_or(0)).raw(r#"">"#).text(words).raw("</text> ");
    }
    let foot = if tall == TALL { 68 } else { 61 };
    html.raw(r#"<text class="map-facts" x="14" y=""#).number(foot).raw(r#"">"#).text(&place.facts).raw("</text>");
    mark(html, place.state, foot - 14);
    html.raw("</a>");
    stops(html, &place.stops);
    html.raw("</g>");
}

/// What cannot be seen by colour alone.
fn mark(html: &mut Html, state: StretchState, y: u32) {
    let icon = match state {
        StretchState::New => return,
        StretchState::Begun => Icon::Half,
        StretchState::Done | StretchState::Known => Icon::Check,
    };
    html.raw(r#"<path class="map-mark" transform="translate("#).number(WIDTH - 28).raw(" ").number(y);
    html.raw(r#") scale(.9)" d=""#);
    html.raw(icon.path()).raw(r#""/>"#);
}

/// The lessons of a module as dots. For the mouse alone: the keyboard finds them in the list, a few dozen steps sooner.
fn stops(html: &mut Html, stops: &[(&Link, StretchState)]) {
    let count = u32::try_from(stops.len()).unwrap_or(u32::MAX).max(1);
    let apart = ((WIDTH - 40) / count).min(18);
    for (index, (link, state)) in (0_u32..).zip(stops) {
        html.raw(r#"<a class="map-stop"#).raw(state_class(*state)).raw(r#"" tabindex="-1" href=""#).text(&link.href);
        html.raw(r#"" aria-label=""#).text(&link.title).raw(", ").raw(state_word(*state)).raw(r#""><title>"#);
        html.text(&link.title).raw(r#"</title><circle r="6" cy="84" cx=""#).number(20 + index * apart);
        html.raw(r#""/></a>"#);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_link_that_says_what_the_colours_say() {
        let links = [("<b>", "/road/a"), ("Two", "/road/b")]
            .map(|(title, href)| Link { title: title.into(), href: href.into() });
        let place = |index: usize, state, after| Place {
            link: &links[index],
            number: Some(7),
            state,
            here: index == 1,
            aside: false,
            facts: "2 h".into(),
            stops: vec![(&links[0], StretchState::Done)],
            after,
        };
        let drawn = map("Map", &[place(0, StretchState::Known, Vec::new()), place(1, StretchState::New, vec![0])]);
        assert!(drawn.contains(r#"aria-label="Module 7: &lt;b&gt;, 2 h, known""#), "{drawn}");
        assert!(drawn.contains("Two, 2 h, not begun, you are here"), "{drawn}");
        assert!(!drawn.contains("<b>"), "{drawn}");
        assert_eq!(drawn.matches("map-lane is-done").count(), 1, "{drawn}");
    }
}
