//! Modules and lessons, in the order of the road.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use domain::{Block, LessonId, ModuleId, Pillar};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    FoundLink, Known, Reference,
    folder::{self, numbered},
    words,
};
use crate::{
    Lesson, Module, Source,
    error::Problems,
    markdown::{self, Rules},
    text::{Passage, Spanned, TextFile},
};

/// `module.toml`
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ModuleFile {
    /// A UUID that never changes.
    id: Spanned<String>,
    /// The title.
    title: Spanned<String>,
    /// One or two sentences, plain text.
    summary: Spanned<String>,
    /// What the module's page says, markdown.
    intro: Spanned<String>,
    /// The side of the trade it belongs to; the foundations where none is named.
    #[serde(default)]
    pillar: Pillar,
}

/// The front matter of a lesson, between two lines of `+++`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    /// A UUID that never changes.
    id: Spanned<String>,
    /// The title.
    title: Spanned<String>,
    /// One sentence, plain text.
    summary: Spanned<String>,
    /// Minutes of reading.
    minutes: Spanned<u32>,
    /// The concepts it introduces.
    #[serde(default)]
    concepts: Vec<Spanned<String>>,
    /// The concepts it presumes; lessons before it introduce them.
    #[serde(default)]
    needs: Vec<Spanned<String>>,
    /// The exercises it leads to, as `module/slug`.
    #[serde(default)]
    exercises: Vec<Spanned<String>>,
    /// The standards and books it rests on, from the bibliography.
    #[serde(default)]
    sources: Vec<Spanned<String>>,
}

/// A module and what is still to be looked up in it.
pub(super) struct ModulePart {
    /// Without its lessons.
    pub(super) module: Module,
    pub(super) lessons: Vec<LessonPart>,
    pub(super) links: Vec<FoundLink>,
}

/// A lesson and what is still to be looked up in it.
pub(super) struct LessonPart {
    /// Without its exercises.
    pub(super) lesson: Lesson,
    pub(super) concepts: Vec<Reference>,
    pub(super) needs: Vec<Reference>,
    pub(super) exercises: Vec<Reference>,
    pub(super) links: Vec<FoundLink>,
    /// Shown in this lesson.
    diagrams: Vec<PathBuf>,
}

/// The files of `lessons/` that are not modules.
const LISTS: [&str; 2] = ["bibliography.toml", "concepts.toml"];

/// Reads every module.
pub(super) fn read(
    root: &Path,
    bibliography: Option<&BTreeMap<String, Source>>,
    known: &mut Known,
    problems: &mut Problems,
) -> Vec<ModulePart> {
    let lessons = Path::new("lessons");
    let mut modules = Vec::new();
    let mut last = None;
    for entry in folder::entries(root, lessons, problems) {
        let folder = lessons.join(&entry.name);
        if !entry.is_folder && LISTS.contains(&entry.name.as_str()) {
            continue;
        }
        let Some((number, slug)) = entry.is_folder.then(|| numbered(&entry.name)).flatten() else {
            problems.whole(&folder, "only concepts.toml, bibliography.toml and modules (`NN-slug`) lie here");
            continue;
        };
        if last == Some(number) {
            problems.whole(&folder, format!("two modules have the number {number}"));
        }
        last = Some(number);
        if !known.modules.insert(slug.to_owned()) {
            problems.whole(&folder, format!("two modules have the slug `{slug}`"));
        }
        let part = Reader { root, folder: &folder, bibliography, known, problems }.module(number, slug);
        modules.extend(part);
    }
    if known.modules.is_empty() {
        problems.whole(lessons, "there is no module here");
    }
    modules
}

/// Reads the files of one module.
struct Reader<'a> {
    root: &'a Path,
    folder: &'a Path,
    /// None where the list cannot be read; then no name is blamed.
    bibliography: Option<&'a BTreeMap<String, Source>>,
    known: &'a mut Known,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn module(&mut self, number: u32, slug: &str) -> Option<ModulePart> {
        let (mut files, mut drawings, mut shown) = (Vec::new(), Vec::new(), Vec::new());
        for entry in folder::entries(self.root, self.folder, self.problems) {
            let path = self.folder.join(&entry.name);
            let lesson =
                entry.name.strip_suffix(".md").and_then(numbered).map(|(number, slug)| (number, slug.to_owned()));
            match lesson {
                _ if entry.is_folder => self.problems.whole(&path, "a module has no folders in it"),
                Some((number, slug)) => files.push((number, slug, path)),
                None if entry.name == "module.toml" => {}
                None if entry.name.ends_with(".svg") => drawings.push(path),
                None => {
                    self.problems
                        .whole(&path, "a module has module.toml, lessons (`NN-slug.md`) and diagrams (`.svg`)");
                }
            }
        }
        if files.is_empty() {
            self.problems.whole(self.folder, "there is no lesson in this module");
        }
        let mut lessons = Vec::new();
        let mut last = None;
        for (lesson_number, lesson_slug, file) in files {
            if last == Some(lesson_number) {
                self.problems.whole(&file, format!("two lessons have the number {lesson_number}"));
            }
            last = Some(lesson_number);
            let path = format!("{slug}/{lesson_slug}");
            if self.known.lessons.insert(path.clone(), None).is_some() {
                self.problems.whole(&file, format!("two lessons have the slug `{lesson_slug}`"));
            }
            match self.lesson(slug, &lesson_slug, lesson_number, file) {
                Some((part, anchors)) => {
                    self.known.lessons.insert(path, Some(anchors));
                    shown.extend(part.diagrams.iter().cloned());
                    lessons.push(part);
                }
                None => self.known.incomplete = true,
            }
        }
        let (module, links, intro_diagrams) = self.module_file(number, slug)?;
        for drawing in drawings {
            // A lesson that cannot be read may be the one that shows it.
            if !self.known.incomplete && !shown.contains(&drawing) && !intro_diagrams.contains(&drawing) {
                self.problems.whole(&drawing, "no lesson of this module shows this diagram");
            }
        }
        Some(ModulePart { module, lessons, links })
    }

    fn module_file(&mut self, number: u32, slug: &str) -> Option<(Module, Vec<FoundLink>, Vec<PathBuf>)> {
        let Some(file) = TextFile::read(self.root, self.folder.join("module.toml"), self.problems) else {
            self.known.incomplete = true;
            return None;
        };
        let passage = file.passage();
        let Some(read) = passage.toml::<ModuleFile>(self.problems) else {
            self.known.incomplete = true;
            return None;
        };
        let rules = Rules { lesson: false, first_level: 2, prefix: "", root: self.root, folder: self.folder };
        let intro = markdown::render(passage.string(&read.intro), rules, self.problems);
        if intro.blocks.is_empty() {
            self.problems.at(&file.file, passage.line_of(&read.intro), "`intro` is empty");
        }
        let module = Module {
            id: ModuleId::new(words::uuid(passage, &read.id, self.known, self.problems)),
            slug: slug.to_owned(),
            number,
            title: words::line(passage, &read.title, "title", self.problems),
            summary: words::line(passage, &read.summary, "summary", self.problems),
            intro_html: intro.html(),
            pillar: read.pillar,
            lessons: Vec::new(),
        };
        let links = found(&file.file, &intro);
        Some((module, links, intro.diagrams))
    }

    fn lesson(&mut self, module: &str, slug: &str, number: u32, file: PathBuf) -> Option<(LessonPart, Vec<String>)> {
        let file = TextFile::read(self.root, file, self.problems)?;
        let (front, body) = split(&file, self.problems)?;
        let rules = Rules { lesson: true, first_level: 2, prefix: "", root: self.root, folder: self.folder };
        let rendered = markdown::render(body, rules, self.problems);
        let read: FrontMatter = front.toml(self.problems)?;
        let quiz = rendered.blocks.iter().any(|block| matches!(block, Block::Quiz(_)));
        if read.exercises.is_empty() && !quiz {
            self.problems.whole(&file.file, "there is nothing to do in this lesson: give it an exercise or a quiz");
        }
        let sources = words::references(front, &read.sources, self.problems);
        let concepts = words::references(front, &read.concepts, self.problems);
        let needs = words::references(front, &read.needs, self.problems);
        let names = |references: &[Reference]| references.iter().map(|reference| reference.name.clone()).collect();
        let lesson = Lesson {
            id: LessonId::new(words::uuid(front, &read.id, self.known, self.problems)),
            slug: slug.to_owned(),
            module: module.to_owned(),
            number,
            title: words::line(front, &read.title, "title", self.problems),
            summary: words::line(front, &read.summary, "summary", self.problems),
            minutes: words::number(front, &read.minutes, "minutes", 1..=60, self.problems),
            concepts: names(&concepts),
            needs: names(&needs),
            exercises: Vec::new(),
            sources: self.sources(&file.file, &sources),
            toc: rendered.toc.clone(),
            try_lines: rendered.try_lines.clone(),
            blocks: rendered.blocks.clone(),
            file: file.file.clone(),
        };
        let part = LessonPart {
            lesson,
            concepts,
            needs,
            exercises: words::references(front, &read.exercises, self.problems),
            links: found(&file.file, &rendered),
            diagrams: rendered.diagrams,
        };
        Some((part, rendered.anchors))
    }

    fn sources(&mut self, file: &Path, references: &[Reference]) -> Vec<Source> {
        let mut sources = Vec::new();
        let Some(bibliography) = self.bibliography else { return sources };
        for reference in references {
            match bibliography.get(&reference.name) {
                Some(source) => sources.push(source.clone()),
                None => {
                    let message = format!("there is no source `{}` in lessons/bibliography.toml", reference.name);
                    self.problems.at(file, reference.line, message);
                }
            }
        }
        sources
    }
}

/// The links of a rendered text, with the file in which they stand.
pub(super) fn found(file: &Path, rendered: &markdown::Rendered) -> Vec<FoundLink> {
    rendered.links.iter().map(|link| FoundLink { file: file.to_owned(), link: link.clone() }).collect()
}

/// Front matter and body of a lesson.
fn split<'a>(file: &'a TextFile, problems: &mut Problems) -> Option<(Passage<'a>, Passage<'a>)> {
    let passage = file.passage();
    let start = "+++\n".len();
    if !file.text.starts_with("+++\n") {
        problems.at(&file.file, 1, "a lesson begins with its front matter, between two lines of `+++`");
        return None;
    }
    let Some(end) = file.text[start - 1..].find("\n+++\n").map(|at| at + start) else {
        problems.at(&file.file, 1, "the front matter has no line of `+++` at its end");
        return None;
    };
    Some((passage.part(start..end), passage.part(end + "+++\n".len()..file.text.len())))
}
