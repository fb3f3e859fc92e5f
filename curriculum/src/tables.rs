//! The tables that a dataset makes, read from its `CREATE TABLE` statements: enough of SQL to draw them.

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// In order.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type, as written; empty where there is none.
    pub kind: String,
    /// Whether it is the key, or a part of it.
    pub is_key: bool,
    /// Whether it may hold nothing.
    pub is_optional: bool,
    /// The table whose rows it refers to, if it does.
    pub refers_to: Option<String>,
}

/// The tables of a script, in the order in which it makes them.
pub fn tables(sql: &str) -> Vec<Table> {
    let words = words(sql);
    let mut tables = Vec::new();
    for (start, _) in words.windows(2).enumerate().filter(|(_, pair)| is(&pair[0], "create") && is(&pair[1], "table")) {
        let mut rest = &words[start + 2..];
        for skipped in ["if", "not", "exists"] {
            if rest.first().is_some_and(|word| is(word, skipped)) {
                rest = &rest[1..];
            }
        }
        let (Some(name), Some(Word::Sign('('))) = (rest.first().and_then(name_of), rest.get(1)) else { continue };
        tables.push(Table { name, columns: columns(&rest[2..]) });
    }
    tables
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// A keyword or a bare name.
    Bare(String),
    /// A name in quotes.
    Quoted(String),
    /// One character of punctuation.
    Sign(char),
}

fn is(word: &Word, keyword: &str) -> bool {
    matches!(word, Word::Bare(text) if text.eq_ignore_ascii_case(keyword))
}

fn name_of(word: &Word) -> Option<String> {
    match word {
        Word::Bare(name) | Word::Quoted(name) => Some(name.clone()),
        Word::Sign(_) => None,
    }
}

/// Without comments and the texts of strings, in which anything could stand.
fn words(sql: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut letters = sql.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '-' if letters.peek() == Some(&'-') => while letters.next().is_some_and(|letter| letter != '\n') {},
            '/' if letters.peek() == Some(&'*') => {
                let mut last = ' ';
                for letter in letters.by_ref() {
                    if (last, letter) == ('*', '/') {
                        break;
                    }
                    last = letter;
                }
            }
            '\'' => {
                while letters.next().is_some_and(|letter| letter != '\'') {}
                words.push(Word::Sign('\''));
            }
            '"' | '`' | '[' => {
                let end = if letter == '[' { ']' } else { letter };
                words.push(Word::Quoted(letters.by_ref().take_while(|letter| *letter != end).collect()));
            }
            _ if letter.is_alphanumeric() || letter == '_' => {
                let mut word = String::from(letter);
                while let Some(next) = letters.next_if(|letter| letter.is_alphanumeric() || *letter == '_') {
                    word.push(next);
                }
                words.push(Word::Bare(word));
            }
            _ if letter.is_whitespace() => {}
            _ => words.push(Word::Sign(letter)),
        }
    }
    words
}

/// What stands between the parentheses of a table, cut at the commas that are not in others.
fn columns(words: &[Word]) -> Vec<Column> {
    let mut parts: Vec<Vec<Word>> = vec![Vec::new()];
    let mut depth = 0_usize;
    for word in words {
        match word {
            Word::Sign('(') => depth += 1,
            Word::Sign(')') if depth == 0 => break,
            Word::Sign(')') => depth -= 1,
            Word::Sign(',') if depth == 0 => {
                parts.push(Vec::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(word.clone());
        }
    }
    let mut columns: Vec<Column> = Vec::new();
    for part in parts {
        if let Some(first) = part.first() {
            if ["primary", "foreign", "unique", "check", "constraint"].iter().any(|keyword| is(first, keyword)) {
                constrain(&mut columns, &part);
            } else {
                columns.extend(column(&part));
            }
        }
    }
    columns
}

fn column(part: &[Word]) -> Option<Column> {
    const AFTER_TYPE: [&str; 9] =
        ["primary", "not", "null", "unique", "check", "default", "references", "collate", "generated"];
    let name = name_of(part.first()?)?;
    let rest = &part[1..];
    let ends = |word: &Word| {
        AFTER_TYPE.iter().any(|keyword| is(word, keyword)) || is(word, "constraint") || matches!(word, Word::Sign(_))
    };
    let kind: Vec<String> = rest.iter().take_while(|word| !ends(word)).filter_map(name_of).collect();
    let follows = |pair: [&str; 2]| rest.windows(2).any(|two| is(&two[0], pair[0]) && is(&two[1], pair[1]));
    let is_key = follows(["primary", "key"]);
    Some(Column {
        name,
        kind: kind.join(" "),
        is_key,
        is_optional: !is_key && !follows(["not", "null"]),
        refers_to: referred(rest),
    })
}

/// The table named after `REFERENCES`.
fn referred(words: &[Word]) -> Option<String> {
    let place = words.iter().position(|word| is(word, "references"))?;
    name_of(words.get(place + 1)?)
}

/// A constraint on the whole table: a key of several columns, or columns that refer to another table together.
fn constrain(columns: &mut [Column], part: &[Word]) {
    let is_key = part.windows(2).any(|two| is(&two[0], "primary") && is(&two[1], "key"));
    let refers_to = part.iter().any(|word| is(word, "foreign")).then(|| referred(part)).flatten();
    if !is_key && refers_to.is_none() {
        return;
    }
    let inside = part.iter().skip_while(|word| **word != Word::Sign('(')).take_while(|word| **word != Word::Sign(')'));
    for name in inside.filter_map(name_of) {
        for column in columns.iter_mut().filter(|column| column.name.eq_ignore_ascii_case(&name)) {
            column.is_key |= is_key;
            column.is_optional &= !is_key;
            column.refers_to = column.refers_to.take().or_else(|| refers_to.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sql: &str) -> String {
        let column = |column: &Column| {
            let mut told = format!("{} {}", column.name, column.kind);
            told += if column.is_key { "!" } else { "" };
            told += if column.is_optional { "?" } else { "" };
            told + &column.refers_to.as_ref().map(|table| format!(" -> {table}")).unwrap_or_default()
        };
        let table = |table: &Table| {
            format!("{}: {}", table.name, table.columns.iter().map(column).collect::<Vec<_>>().join(", "))
        };
        tables(sql).iter().map(table).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn tables_are_read_with_their_keys_and_what_they_refer_to() {
        let sql = "-- CREATE TABLE no (id);\nCREATE TABLE IF NOT EXISTS books (id INTEGER PRIMARY KEY, \"the title\" TEXT NOT NULL
            CHECK (length(title) > 0 AND title <> ', x TEXT'), price DECIMAL(8, 2) DEFAULT 0) STRICT;
            INSERT INTO books VALUES (1, 'CREATE TABLE no (id)');
            create table loans (book_id INTEGER NOT NULL REFERENCES books (id), day TEXT, copy INTEGER, /* ) */
            PRIMARY KEY (book_id, day), FOREIGN KEY (copy) REFERENCES copies (id) ON DELETE CASCADE);";
        assert_eq!(
            told(sql),
            "books: id INTEGER!, the title TEXT, price DECIMAL?; \
             loans: book_id INTEGER! -> books, day TEXT!, copy INTEGER? -> copies"
        );
    }

    #[test]
    fn what_is_no_table_is_left_out() {
        for sql in
            ["", "CREATE TABLE", "CREATE TABLE x", "CREATE TABLE x AS SELECT 1", "CREATE VIEW v AS SELECT 1", "'"]
        {
            assert_eq!(told(sql), "", "{sql}");
        }
        assert_eq!(told("CREATE TABLE x ("), "x: ");
    }
}
