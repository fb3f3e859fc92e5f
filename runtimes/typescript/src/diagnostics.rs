//! The first error, as a JavaScript engine would show it.

use std::sync::{Arc, Mutex, PoisonError};

use swc_common::{
    SourceMap,
    errors::{DiagnosticBuilder, Emitter},
    sync::Lrc,
};

/// What is wrong, and where.
pub struct First {
    /// With the kind of error before it.
    pub message: String,
    /// File and line, the line itself with a caret below, and the message.
    pub trace: String,
}

/// Keeps the first error of a file.
#[derive(Clone, Default)]
pub struct Collector(Arc<Mutex<Option<First>>>);

impl Collector {
    /// What an error handler writes to.
    pub fn emitter(&self, name: &str, content: &str, sources: Lrc<SourceMap>) -> impl Emitter + use<> {
        Writer { collector: self.clone(), name: name.to_owned(), content: content.to_owned(), sources }
    }

    /// The error, if there was one.
    pub fn take(&self) -> Option<First> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

struct Writer {
    collector: Collector,
    name: String,
    content: String,
    sources: Lrc<SourceMap>,
}

impl Emitter for Writer {
    fn emit(&mut self, error: &mut DiagnosticBuilder<'_>) {
        let mut first = self.collector.0.lock().unwrap_or_else(PoisonError::into_inner);
        if first.is_some() {
            return;
        }
        let message = format!("SyntaxError: {}", error.message());
        let place = error.span.primary_span().and_then(|span| self.sources.try_lookup_char_pos(span.lo).ok());
        let trace = place.map_or_else(String::new, |place| {
            let line = self.content.lines().nth(place.line - 1).unwrap_or_default();
            let blanks: String = line.chars().take(place.col.0).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
            format!("{}:{}\n{line}\n{blanks}^\n\n{message}\n", self.name, place.line)
        });
        *first = Some(First { message, trace });
    }
}
