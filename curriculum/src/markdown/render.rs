//! The walk over a text's markdown.
//!
//! What pulldown-cmark's own HTML writer does as we need it is left to it. The rest (headings, code, diagrams, notes,
//! tables, links) is written here, where it can be checked.

use std::{cell::RefCell, ops::Range};

use domain::{Block, TocEntry, TryVariant};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag,
    TagEnd, html,
};
use serde::de::IgnoredAny;

use super::{Rendered, Rules, diagram, fence::Fence, link, quiz};
use crate::{
    error::Problems,
    highlight::highlight,
    text::{Passage, TextFile, escape, is_kebab},
};

/// Ids that the page around a lesson has for itself.
const TAKEN_IDS: [&str; 4] = ["main", "sources", "toc-title", "todo"];

type Spot<'a> = (Event<'a>, Range<usize>);

/// Renders one text.
pub(super) struct Renderer<'a, 'p> {
    passage: Passage<'a>,
    rules: Rules<'a>,
    problems: &'p mut Problems,
    rendered: Rendered,
    /// Events that wait to become one stretch of HTML.
    pending: Vec<Event<'a>>,
    /// Code to try that the next fence may still belong to.
    group: Option<TryGroup>,
    /// Links to headings of this text, with their lines.
    fragments: Vec<(String, usize)>,
    /// The level of the last heading.
    level: usize,
    table: Table,
}

/// Adjacent code to try: one block with a switch of languages.
struct TryGroup {
    variants: Vec<TryVariant>,
    /// Where the variants begin that the next `output` belongs to.
    unanswered: usize,
}

/// Where in a table the walk is.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl<'a, 'p> Renderer<'a, 'p> {
    pub(super) fn new(passage: Passage<'a>, rules: Rules<'a>, problems: &'p mut Problems) -> Self {
        Self {
            passage,
            rules,
            problems,
            rendered: Rendered::default(),
            pending: Vec::new(),
            group: None,
            fragments: Vec::new(),
            level: rules.first_level - 1,
            table: Table::default(),
        }
    }

    pub(super) fn problems(&mut self) -> &mut Problems {
        self.problems
    }

    /// Walks over the whole text.
    pub(super) fn run(&mut self) {
        let spots = parse(self.passage, self.problems);
        let mut depth = 0_usize;
        let mut at = 0;
        while let Some((event, range)) = spots.get(at) {
            at = match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    let end = end_of(&spots, at);
                    self.code(kind, &spots[at + 1..end], range.clone(), depth);
                    end + 1
                }
                Event::Start(Tag::Paragraph) if stands_alone(&spots, at) => {
                    self.diagram(&spots[at + 1..end_of(&spots, at)]);
                    end_of(&spots, at) + 1
                }
                Event::Start(Tag::Image { .. }) => {
                    self.wrong(range, "a diagram stands in a paragraph of its own");
                    end_of(&spots, at) + 1
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let end = end_of(&spots, at);
                    self.heading(*level as usize, &spots[at + 1..end], range);
                    at + 1
                }
                Event::Start(Tag::Table(alignments)) => {
                    self.table_start(alignments.clone(), &spots[at + 1..end_of(&spots, at)]);
                    depth += 1;
                    at + 1
                }
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    let inside = &spots[at + 1..end_of(&spots, at)];
                    self.link(*link_type, dest_url, title, inside, range);
                    at + 1
                }
                Event::Start(Tag::BlockQuote(kind)) => {
                    self.quote(*kind, range);
                    depth += 1;
                    at + 1
                }
                Event::Start(Tag::HtmlBlock) => {
                    self.wrong(range, "HTML is not allowed; write markdown");
                    end_of(&spots, at) + 1
                }
                Event::Html(_) | Event::InlineHtml(_) => {
                    self.wrong(range, "HTML is not allowed; write `code` in backticks, or `\\<` for a plain `<`");
                    at + 1
                }
                other => {
                    match other {
                        Event::Start(_) => depth += 1,
                        Event::End(TagEnd::Heading(_) | TagEnd::Link) => {}
                        Event::End(_) => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    self.other(other.clone());
                    at + 1
                }
            };
        }
    }

    /// What was rendered; to be called once, at the end.
    pub(super) fn finish(mut self) -> Rendered {
        self.close_group();
        self.flush();
        for (fragment, line) in std::mem::take(&mut self.fragments) {
            if !self.rendered.anchors.contains(&fragment) {
                self.problems.at(self.passage.file, line, format!("there is no heading `#{fragment}` in this text"));
            }
        }
        self.rendered
    }

    /// Renders one paragraph of words, code and links, without the `p`; for texts inside TOML.
    pub(super) fn inline(&mut self, passage: Passage<'_>) -> String {
        let spots = parse(passage, self.problems);
        let paragraphs = spots.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Paragraph))).count();
        if paragraphs != 1 {
            self.problems.at(passage.file, passage.first_line, "this must be one paragraph of text");
        }
        let mut renderer = Renderer::new(passage, self.rules, self.problems);
        for (at, (event, range)) in spots.iter().enumerate() {
            match event {
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    let inside = &spots[at + 1..end_of(&spots, at)];
                    renderer.link(*link_type, dest_url, title, inside, range);
                }
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {
                    renderer.other(event.clone());
                }
                Event::Start(_) | Event::Html(_) | Event::InlineHtml(_) => {
                    renderer.wrong(range, "only words, code and links can stand here");
                }
                Event::End(_) => {}
                _ => renderer.other(event.clone()),
            }
        }
        let mut text = String::new();
        html::push_html(&mut text, renderer.pending.drain(..));
        let (links, fragments) = (renderer.rendered.links, renderer.fragments);
        self.rendered.links.extend(links);
        self.fragments.extend(fragments);
        text.trim().to_owned()
    }

    fn wrong(&mut self, range: &Range<usize>, message: impl Into<String>) {
        self.problems.at(self.passage.file, self.passage.line(range.start), message);
    }

    /// Takes an event for the HTML that is being gathered.
    fn push(&mut self, event: Event<'a>) {
        self.close_group();
        self.pending.push(event);
    }

    fn push_html(&mut self, html: String) {
        self.push(Event::Html(html.into()));
    }

    fn push_inline_html(&mut self, html: String) {
        self.push(Event::InlineHtml(html.into()));
    }

    /// Ends the stretch of HTML.
    fn flush(&mut self) {
        let mut text = String::new();
        html::push_html(&mut text, self.pending.drain(..));
        if !text.trim().is_empty() {
            self.rendered.blocks.push(Block::Html(text.trim_start().to_owned()));
        }
    }

    fn close_group(&mut self) {
        if let Some(group) = self.group.take() {
            self.rendered.blocks.push(Block::Try(group.variants));
        }
    }

    /// Everything that has no method of its own.
    fn other(&mut self, event: Event<'a>) {
        match event {
            Event::End(TagEnd::Link) => self.push_inline_html("</a>".to_owned()),
            Event::End(TagEnd::BlockQuote(Some(_))) => self.push_html("</aside>\n".to_owned()),
            Event::End(TagEnd::Table) => self.push_html("</tbody></table></div>\n".to_owned()),
            Event::Start(Tag::TableHead) => {
                (self.table.head, self.table.column) = (true, 0);
                self.push_html("<thead><tr>".to_owned());
            }
            Event::End(TagEnd::TableHead) => {
                self.table.head = false;
                self.push_html("</tr></thead><tbody>\n".to_owned());
            }
            Event::Start(Tag::TableRow) => {
                self.table.column = 0;
                self.push_html("<tr>".to_owned());
            }
            Event::End(TagEnd::TableRow) => self.push_html("</tr>\n".to_owned()),
            Event::Start(Tag::TableCell) => {
                let class = match self.table.alignments.get(self.table.column) {
                    Some(Alignment::Right) => " class=\"align-right\"",
                    Some(Alignment::Center) => " class=\"align-center\"",
                    Some(Alignment::Left | Alignment::None) | None => "",
                };
                self.table.column += 1;
                let tag = if self.table.head { "th scope=\"col\"" } else { "td" };
                self.push_html(format!("<{tag}{class}>"));
            }
            Event::End(TagEnd::TableCell) => {
                self.push_html(if self.table.head { "</th>" } else { "</td>" }.to_owned());
            }
            other => self.push(other),
        }
    }

    /// The beginning of a heading; its words and its end follow as events of their own.
    fn heading(&mut self, level: usize, inside: &[Spot<'_>], range: &Range<usize>) {
        let text = words(inside);
        if level < self.rules.first_level {
            let first = "#".repeat(self.rules.first_level);
            self.wrong(range, format!("the page has the headings above; begin with `{first}`"));
        } else if level > self.level + 1 {
            self.wrong(range, format!("a level is skipped: a heading of level {level} after one of {}", self.level));
        }
        self.level = level.max(self.rules.first_level);
        let slug = anchor(&text);
        if slug.is_empty() {
            self.wrong(range, "this heading has no words");
        } else if self.rules.prefix.is_empty() && TAKEN_IDS.contains(&slug.as_str()) {
            self.wrong(
                range,
                format!("the page has an element `#{slug}` of its own; use other words for this heading"),
            );
        }
        let same = |n: usize| if n == 1 { slug.clone() } else { format!("{slug}-{n}") };
        let fragment = (1..).map(same).find(|id| !self.rendered.anchors.contains(id)).unwrap_or_default();
        let id = format!("{}{fragment}", self.rules.prefix);
        if level == self.rules.first_level {
            self.rendered.toc.push(TocEntry { anchor: id.clone(), text });
        }
        self.rendered.anchors.push(fragment);
        self.push_html(format!("<h{level} id=\"{}\">", escape(&id)));
        // The closing tag is written by pulldown-cmark, from the event that follows.
    }

    fn table_start(&mut self, alignments: Vec<Alignment>, inside: &[Spot<'_>]) {
        self.table = Table { alignments, ..Table::default() };
        let head = inside.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::TableHead)));
        let cells = inside[..head.unwrap_or(0)]
            .split(|(event, _)| matches!(event, Event::End(TagEnd::TableCell)))
            .map(words)
            .filter(|cell| !cell.is_empty());
        let label = escape(&cells.collect::<Vec<_>>().join(", "));
        let region = format!("role=\"region\" aria-label=\"Table: {label}\"");
        self.push_html(format!("<div class=\"table-scroll\" tabindex=\"0\" {region}><table>"));
    }

    /// The beginning of a quotation or a note.
    fn quote(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
        let Some(kind) = kind else {
            let text = self.passage.text[range.clone()].trim_start_matches(['>', ' ']);
            if text.starts_with("[!") {
                self.wrong(range, "there is no such note; use NOTE, TIP, IMPORTANT, WARNING or CAUTION");
            }
            return self.push(Event::Start(Tag::BlockQuote(None)));
        };
        let (name, title) = match kind {
            BlockQuoteKind::Note => ("note", "Note"),
            BlockQuoteKind::Tip => ("tip", "Tip"),
            BlockQuoteKind::Important => ("important", "Important"),
            BlockQuoteKind::Warning => ("warning", "Warning"),
            BlockQuoteKind::Caution => ("caution", "Caution"),
        };
        self.push_html(format!(
            "<aside class=\"note note-{name}\" role=\"note\" aria-label=\"{title}\"><p class=\"note-title\">{title}</p>\n"
        ));
    }

    fn link(&mut self, kind: LinkType, href: &str, title: &str, inside: &[Spot<'_>], range: &Range<usize>) {
        let line = self.passage.line(range.start);
        if words(inside).is_empty() {
            self.wrong(range, "this link has no words");
        }
        let mail = format!("mailto:{href}");
        let href = if kind == LinkType::Email { mail.as_str() } else { href };
        let mut href = href.to_owned();
        let mut rel = "";
        match link::target(&href, line) {
            Ok(link::Target::External) => rel = " rel=\"noopener noreferrer\"",
            Ok(link::Target::Mail) => {}
            Ok(link::Target::Here(fragment)) => {
                href = format!("#{}{fragment}", self.rules.prefix);
                self.fragments.push((fragment, line));
            }
            Ok(link::Target::Page(page)) => self.rendered.links.push(page),
            Err(message) => {
                self.wrong(range, message);
                // Refused, so never shown; still no link to anywhere.
                href = "#".to_owned();
            }
        }
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
        self.push_inline_html(format!("<a href=\"{}\"{title}{rel}>", escape(&href)));
    }

    /// A paragraph that is one picture.
    fn diagram(&mut self, inside: &[Spot<'_>]) {
        let Some((Event::Start(Tag::Image { dest_url, title, .. }), range)) = inside.first() else { return };
        let label = words(inside);
        if label.trim().is_empty() {
            self.wrong(range, "a diagram needs words that say what it shows: ![words](name.svg)");
        }
        let base = dest_url.strip_suffix(".svg");
        if !base.is_some_and(is_kebab) {
            let message = format!("`{}` is not the name of an SVG file beside this text", dest_url.escape_debug());
            return self.wrong(range, message);
        }
        let file = self.rules.folder.join(&**dest_url);
        self.rendered.diagrams.push(file.clone());
        if !self.rules.root.join(&file).is_file() {
            return self.wrong(range, format!("there is no file `{dest_url}` beside this text"));
        }
        let Some(svg) = TextFile::read(self.rules.root, file, self.problems) else { return };
        let prefix = format!("{}diagram-{}-", self.rules.prefix, self.rendered.diagrams.len());
        if let Some(figure) = diagram::figure(&svg, &prefix, &label, title, self.problems) {
            self.push_html(figure);
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, inside: &[Spot<'_>], range: Range<usize>, depth: usize) {
        let code: String = inside.iter().map(|(event, _)| text_of(event)).collect();
        let CodeBlockKind::Fenced(info) = kind else {
            return self.wrong(&range, "code stands between fences (```), not behind four spaces");
        };
        let source = self.passage.part(range.clone());
        if !is_closed(source.text) {
            self.wrong(&range, "this fence is never closed");
        }
        let fence = match info.parse::<Fence>() {
            Ok(fence) => fence,
            Err(message) => return self.wrong(&range, message),
        };
        let shown = matches!(fence, Fence::Data(_) | Fence::Shown(_));
        if !shown && !self.rules.lesson {
            return self.wrong(&range, "only lessons have code to try and quizzes");
        }
        if !shown && depth > 0 {
            return self.wrong(&range, "code to try and quizzes stand outside of lists and notes");
        }
        let code = code.strip_suffix('\n').unwrap_or(&code);
        if code.trim().is_empty() && !matches!(fence, Fence::Output | Fence::Quiz) {
            return self.wrong(&range, "there is nothing in this fence");
        }
        match fence {
            Fence::Try(language) => {
                let highlighted = highlight(language.as_str(), code);
                let variant = TryVariant { language, code: code.to_owned(), highlighted, output: None };
                self.try_variant(variant, source.first_line);
            }
            Fence::Output => match &mut self.group {
                Some(group) if group.unanswered < group.variants.len() => {
                    for variant in &mut group.variants[group.unanswered..] {
                        variant.output = Some(code.to_owned());
                    }
                    group.unanswered = group.variants.len();
                }
                _ => self.wrong(&range, "an `output` stands right below the code that prints it"),
            },
            Fence::Quiz => {
                self.close_group();
                self.flush();
                let passage = Passage { first_line: source.first_line + 1, text: code, ..source };
                let questions = quiz::questions(passage, self);
                self.rendered.blocks.push(Block::Quiz(questions));
            }
            Fence::Data(language) => {
                let passage = Passage { first_line: source.first_line + 1, text: code, ..source };
                check_data(&language, passage, self.problems);
                self.shown(&language, code);
            }
            Fence::Shown(language) => self.shown(&language, code),
        }
    }

    fn try_variant(&mut self, variant: TryVariant, line: usize) {
        let language = variant.language;
        if self.group.as_ref().is_some_and(|group| group.variants.iter().any(|other| other.language == language)) {
            self.close_group();
        }
        if self.group.is_none() {
            self.flush();
        }
        self.rendered.try_lines.push(line);
        self.group.get_or_insert_with(|| TryGroup { variants: Vec::new(), unanswered: 0 }).variants.push(variant);
    }

    fn shown(&mut self, language: &str, code: &str) {
        let html = highlight(language, code);
        let language = escape(language);
        self.push_html(format!(
            "<pre class=\"code\" tabindex=\"0\"><code class=\"language-{language}\">{html}</code></pre>\n"
        ));
    }
}

/// The events of a text. References that lead nowhere would silently become brackets; they are problems instead.
fn parse<'a>(passage: Passage<'a>, problems: &mut Problems) -> Vec<Spot<'a>> {
    let broken = RefCell::new(Vec::new());
    let on_broken = |link: BrokenLink<'a>| {
        // `[x]` alone is how one writes brackets; `[x][y]` and `[x][]` are meant as links.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.borrow_mut().push((link.span.start, link.reference.to_string()));
        }
        None::<(CowStr<'a>, CowStr<'a>)>
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let spots =
        Parser::new_with_broken_link_callback(passage.text, options, Some(on_broken)).into_offset_iter().collect();
    for (offset, reference) in broken.into_inner() {
        problems.at(passage.file, passage.line(offset), format!("there is no link target `[{reference}]: …`"));
    }
    spots
}

/// The index of the event that ends what begins at `start`.
fn end_of(spots: &[Spot<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (index, (event, _)) in spots.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    spots.len().saturating_sub(1)
}

/// Whether the paragraph at `start` is one picture and nothing else.
fn stands_alone(spots: &[Spot<'_>], start: usize) -> bool {
    matches!(spots.get(start + 1), Some((Event::Start(Tag::Image { .. }), _)))
        && end_of(spots, start + 1) + 1 == end_of(spots, start)
}

fn text_of<'e>(event: &'e Event<'_>) -> &'e str {
    match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}

/// The words of a part of the text, without any markup.
fn words(spots: &[Spot<'_>]) -> String {
    spots.iter().map(|(event, _)| text_of(event)).collect::<String>().trim().to_owned()
}

/// The parts of a text that each begin with a second-level heading: the heading's words and what stands below it.
pub(crate) fn sections<'a>(passage: Passage<'a>, problems: &mut Problems) -> Vec<(String, Passage<'a>)> {
    let spots = parse(passage, &mut Problems::default());
    let headings: Vec<_> = spots
        .iter()
        .enumerate()
        .filter(|(_, (event, _))| matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H2, .. })))
        .map(|(at, (_, range))| (words(&spots[at..end_of(&spots, at)]), range.clone()))
        .collect();
    let first = headings.first().map_or(passage.text.len(), |(_, range)| range.start);
    if !headings.is_empty() && !passage.text[..first].trim().is_empty() {
        problems.at(passage.file, passage.first_line, "text stands above the first `## Title`");
    }
    let mut sections = Vec::new();
    for (index, (title, range)) in headings.iter().enumerate() {
        if title.is_empty() {
            problems.at(passage.file, passage.line(range.start), "this heading has no words");
        }
        let end = headings.get(index + 1).map_or(passage.text.len(), |(_, next)| next.start);
        sections.push((title.clone(), passage.part(range.end..end)));
    }
    sections
}

/// The anchor of a heading: its words in lower case, joined by hyphens.
fn anchor(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’'))
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// Whether the source of a fenced block ends with a fence. An open one would swallow the rest of the text.
fn is_closed(source: &str) -> bool {
    let fence = if source.trim_start().starts_with('~') { '~' } else { '`' };
    let last = source.trim_end().lines().skip(1).last().unwrap_or_default();
    let last = last.trim_start_matches(['>', ' ']);
    last.len() >= 3 && last.chars().all(|letter| letter == fence)
}

fn check_data(language: &str, passage: Passage<'_>, problems: &mut Problems) {
    if language == "toml" {
        let _: Option<toml::Table> = passage.toml(problems);
    } else if let Err(error) = serde_json::from_str::<IgnoredAny>(passage.text) {
        let line = passage.first_line + error.line().saturating_sub(1);
        problems.at(
            passage.file,
            line,
            format!("is not JSON: {}", error.to_string().split(" at line").next().unwrap_or_default()),
        );
    }
}
