//! Line icons of one family: 20 units square, drawn with the colour of the text.

use leptos::prelude::*;

/// A drawing that stands beside words; it is never the only carrier of meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "ssr"),
    expect(dead_code, reason = "some stand on pages only, none of which is in the browser's half")
)]
pub(crate) enum Icon {
    /// Done, passed, right.
    Check,
    /// Not passed, wrong.
    Cross,
    /// Begun.
    Half,
    /// Not begun.
    Circle,
    /// Our own failure, or something to know.
    Wrench,
    /// A clock: minutes.
    Clock,
    /// Onwards.
    Next,
    /// Backwards.
    Previous,
    /// Run.
    Play,
    /// The colours of the system.
    System,
    /// Light colours.
    Sun,
    /// Dark colours.
    Moon,
    /// A hidden test.
    Lock,
}

impl Icon {
    /// The strokes.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Cross => "M5 5l10 10M15 5L5 15",
            Self::Half => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 3v14",
            Self::Circle => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14",
            Self::Wrench => {
                "M12.5 3.2a4.2 4.2 0 0 0-4.8 5.6L3 13.5 6.5 17l4.7-4.7a4.2 4.2 0 0 0 5.6-4.8L14 10l-2.8-1.2L10 6z"
            }
            Self::Clock => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6v4.2l2.8 1.8",
            Self::Next => "M4 10h12M11 5l5 5-5 5",
            Self::Previous => "M16 10H4M9 5l-5 5 5 5",
            Self::Play => "M6 4l10 6-10 6z",
            Self::System => "M3 4h14v9H3zM7 17h6M10 13v4",
            Self::Sun => {
                "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16"
            }
            Self::Moon => "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z",
            Self::Lock => "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
        }
    }

    /// The drawing, hidden from assistive technology.
    pub(crate) fn view(self) -> impl IntoView {
        view! {
            <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                <path d=self.path() />
            </svg>
        }
    }
}
