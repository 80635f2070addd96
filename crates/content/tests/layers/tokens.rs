//! Cuts a source into words and marks, without comments, texts and tests.

/// The words and marks of a source. `::` is one mark; a text is left out.
pub fn of(source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let length = match rest {
            ['/', '/', ..] => until(rest, &['\n']),
            ['/', '*', ..] => until(rest, &['*', '/']),
            ['r', '"' | '#', ..] if raw_text(rest).is_some() => raw_text(rest).unwrap_or(1),
            ['"', ..] => text(rest),
            ['\'', '\\', _, end @ ..] => 3 + until(end, &['\'']),
            ['\'', _, '\'', ..] => 3,
            [':', ':', ..] => {
                tokens.push("::".to_owned());
                2
            }
            [first, ..] if is_word(*first) => {
                let word: String = rest.iter().take_while(|char| is_word(**char)).collect();
                let length = word.chars().count();
                tokens.push(word);
                length
            }
            [first, ..] => {
                if !first.is_whitespace() {
                    tokens.push(first.to_string());
                }
                1
            }
            [] => break,
        };
        at += length;
    }
    tokens
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// How far it is to the end of the next `mark`.
fn until(rest: &[char], mark: &[char]) -> usize {
    let found = rest.windows(mark.len()).position(|part| part == mark);
    found.map_or(rest.len(), |at| at + mark.len())
}

/// The length of a text in quotes.
fn text(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The length of a raw text: `r"..."`, `r#"..."#`. `None` for a word that begins with `r`.
fn raw_text(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|char| **char == '#').count();
    let open = 1 + hashes;
    if rest.get(open) != Some(&'"') {
        return None;
    }
    let mut end = vec!['"'];
    end.resize(1 + hashes, '#');
    Some(open + 1 + until(&rest[open + 1..], &end))
}

/// Takes out what is there for tests alone. Returns the names of the modules among it.
pub fn without_tests(tokens: &[String]) -> (Vec<String>, Vec<String>) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut modules = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at..].iter().take(MARK.len()).eq(MARK.iter()) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += MARK.len();
        let item = &tokens[at..at + item(&tokens[at..])];
        if let [.., keyword, name, end] = item
            && keyword == "mod"
            && end == ";"
        {
            modules.push(name.clone());
        }
        at += item.len();
    }
    (kept, modules)
}

/// The length of an item: up to its semicolon, or the end of its braces.
fn item(tokens: &[String]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(token.as_str(), ";" | "}") {
            return at + 1;
        }
    }
    tokens.len()
}

#[test]
fn comments_texts_and_tests_are_left_out() {
    let source = "use a::b; // use c;\n/* d */ f(\"e\\\"\", r#\"g\"h\"#, 'i', '\\'', &'k l);\n#[cfg(test)]\nmod m { fn n() {} }\n#[cfg(test)]\nmod o;\nend";
    let (tokens, modules) = without_tests(&of(source));
    assert_eq!(tokens.join(" "), "use a :: b ; f ( , , , , & ' k l ) ; end");
    assert_eq!(modules, ["o"]);
}
