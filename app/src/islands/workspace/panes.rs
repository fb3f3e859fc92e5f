//! The bars between the panes: dragged, or moved with the arrow keys, and where they were last time.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::client;

/// The name under which the sizes are kept.
const NAME: &str = "backroad.panes";
/// No pane becomes narrower than this share of the workspace. Shares are whole tenths of a percent: whole numbers are shorter
/// to write down, and to compile.
const LEAST: i32 = 150;
const MOST: i32 = 600;
/// How far an arrow key moves a bar.
const STEP: i32 = 20;

/// A bar. The second one lies between the upper and the lower pane where there are only two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    First,
    Second,
}

/// What a bar changes at the moment: it depends on the width of the window.
#[derive(Clone, Copy)]
struct Measure {
    /// The custom property of the style sheet.
    property: &'static str,
    usual: i32,
    is_upright: bool,
    /// Whether the pane that it measures lies behind it.
    from_end: bool,
}

impl Bar {
    fn measure(self) -> Measure {
        let in_two = client::has_two_columns();
        let (property, usual) = match (self, in_two) {
            (Self::First, false) => ("--pane-task", 290),
            (Self::First, true) => ("--pane-left", 440),
            (Self::Second, false) => ("--pane-results", 300),
            (Self::Second, true) => ("--pane-upper", 500),
        };
        let is_upright = self == Self::First || !in_two;
        Measure { property, usual, is_upright, from_end: self == Self::Second && !in_two }
    }

    fn label(self) -> &'static str {
        match self {
            Self::First => "Width of the task",
            Self::Second => "Size of the results",
        }
    }
}

fn workspace() -> Option<web_sys::HtmlElement> {
    document().query_selector(".workspace").ok().flatten()?.dyn_into().ok()
}

fn sizes() -> Vec<(String, i32)> {
    client::kept(NAME).unwrap_or_default()
}

fn set(workspace: &web_sys::HtmlElement, property: &str, share: i32) {
    // A size that cannot be set leaves the panes as they are.
    let _ = workspace.style().set_property(property, &format!("{}.{}%", share / 10, share % 10));
}

/// Puts the bars where they were left.
pub(super) fn restore() {
    let Some(workspace) = workspace() else { return };
    for (property, share) in sizes() {
        if property.starts_with("--pane-") {
            set(&workspace, &property, share.clamp(LEAST, MOST));
        }
    }
}

fn size_of(measure: Measure) -> i32 {
    let kept = sizes().into_iter().find(|(property, _)| property == measure.property);
    kept.map_or(measure.usual, |(_, share)| share.clamp(LEAST, MOST))
}

fn keep(measure: Measure, share: i32) {
    let mut all = sizes();
    all.retain(|(property, _)| property != measure.property);
    all.push((measure.property.to_owned(), share));
    client::keep(NAME, &all);
}

/// The bar on the page. It stands where panes are side by side, and is hidden elsewhere.
#[component]
pub(super) fn PaneBar(bar: Bar) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let value = RwSignal::new(0_i32);
    let upright = RwSignal::new(true);
    let refresh = move || {
        let measure = bar.measure();
        upright.set(measure.is_upright);
        value.set(size_of(measure));
    };
    Effect::new(move |_| {
        refresh();
        let resized = window_event_listener(ev::resize, move |_| refresh());
        on_cleanup(move || resized.remove());
    });
    let put = move |share: i32| {
        let share = share.clamp(LEAST, MOST);
        if let Some(workspace) = workspace() {
            set(&workspace, bar.measure().property, share);
        }
        value.set(share);
    };
    let settle = move || keep(bar.measure(), value.get_untracked());
    let drag = move |event: ev::PointerEvent| {
        let Some(element) = element.get_untracked() else { return };
        if !element.has_pointer_capture(event.pointer_id()) {
            return;
        }
        let (measure, Some(workspace)) = (bar.measure(), workspace()) else { return };
        let area = workspace.get_bounding_client_rect();
        let share = if measure.is_upright {
            (f64::from(event.client_x()) - area.left()) / area.width()
        } else {
            (f64::from(event.client_y()) - area.top()) / area.height()
        };
        let share = if measure.from_end { 1.0 - share } else { share };
        // A share lies between 0 and 1, more or less; what is outside is clamped.
        put((share * 1_000.0) as i32);
    };
    let key = move |event: ev::KeyboardEvent| {
        let measure = bar.measure();
        let now = value.get_untracked();
        let step = if measure.from_end { -STEP } else { STEP };
        let share = match (event.key().as_str(), measure.is_upright) {
            ("ArrowLeft", true) | ("ArrowUp", false) => now - step,
            ("ArrowRight", true) | ("ArrowDown", false) => now + step,
            ("Home", _) => LEAST,
            ("End", _) => MOST,
            ("Enter", _) => measure.usual,
            _ => return,
        };
        event.prevent_default();
        put(share);
        settle();
    };
    let class = match bar {
        Bar::First => "pane-bar is-first",
        Bar::Second => "pane-bar is-second",
    };
    view! {
        <div
            class=class
            role="separator"
            tabindex="0"
            aria-label=bar.label()
            aria-orientation=move || if upright.get() { "vertical" } else { "horizontal" }
            aria-valuemin=(LEAST / 10).to_string()
            aria-valuemax=(MOST / 10).to_string()
            aria-valuenow=move || (value.get() / 10).to_string()
            node_ref=element
            on:pointerdown=move |event| {
                event.prevent_default();
                if let Some(element) = element.get_untracked() {
                    // Without capture the bar cannot be dragged, and the keys still move it.
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
            }
            on:pointermove=drag
            on:pointerup=move |_| settle()
            on:dblclick=move |_| {
                put(bar.measure().usual);
                settle();
            }
            on:keydown=key
        ></div>
    }
}
