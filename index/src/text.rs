//! French analysis: case, accents, ligatures, apostrophes, elision, plurals and gendered endings.

use std::collections::HashMap;
use std::sync::LazyLock;

use tantivy::tokenizer::{AsciiFoldingFilter, RawTokenizer, TextAnalyzer};

/// The Latin letters beyond ASCII with their plain spelling, drawn once from the search library's table.
static PLAIN_LETTERS: LazyLock<HashMap<char, String>> = LazyLock::new(|| {
    let mut analyzer = TextAnalyzer::builder(RawTokenizer::default()).filter(AsciiFoldingFilter).build();
    let ranges =
        [0xaa..=0x24f, 0x1d00..=0x1eff, 0x2c60..=0x2c7f, 0xa720..=0xa7ff, 0xfb00..=0xfb06, 0xff10..=0xff5a];
    let letters =
        ranges.into_iter().flatten().filter_map(char::from_u32).filter(|letter| letter.is_alphanumeric());
    let mut plain = HashMap::new();
    for letter in letters {
        let source = letter.to_string();
        let mut stream = analyzer.token_stream(&source);
        if let Some(token) = stream.next().filter(|token| token.text != source) {
            plain.insert(letter, token.text.to_ascii_lowercase());
        }
    }
    plain
});

/// Appends the folded form of one letter: lower case, without accent, ligatures apart.
fn push_folded(folded: &mut String, letter: char) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
    } else if let Some(plain) = PLAIN_LETTERS.get(&letter) {
        folded.push_str(plain);
    } else {
        folded.extend(letter.to_lowercase().filter(|lower| !is_combining(*lower)));
    }
}

/// Tells accents written as characters of their own, which belong to the letter before them.
fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// A word of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedWord {
    /// As it was typed.
    pub typed: String,
    /// In lower case, without accents, ligatures apart.
    pub folded: String,
    /// Whether an apostrophe follows it.
    is_elided: bool,
}

fn split(text: &str) -> Vec<TypedWord> {
    let mut words = Vec::new();
    let mut word = TypedWord::default();
    for letter in text.chars() {
        if is_combining(letter) {
            // It belongs to the letter before it, and folds to nothing.
            word.typed.push(letter);
        } else if letter.is_alphanumeric() && !is_apostrophe(letter) {
            word.typed.push(letter);
            push_folded(&mut word.folded, letter);
        } else {
            let ended = std::mem::take(&mut word);
            if !ended.folded.is_empty() {
                words.push(TypedWord { is_elided: is_apostrophe(letter), ..ended });
            }
        }
    }
    if !word.folded.is_empty() {
        words.push(word);
    }
    words
}

/// Splits a name into folded words; apostrophes and hyphens separate, and nothing is dropped.
pub fn name_words(name: &str) -> Vec<String> {
    split(name).into_iter().map(|word| word.folded).collect()
}

/// The words that lose their vowel before another one and carry no meaning in a title.
const ELIDED: [&str; 12] = ["l", "d", "qu", "j", "m", "n", "s", "t", "c", "jusqu", "lorsqu", "puisqu"];

/// Splits a title or a query into folded words, without elided articles (`l'`, `d'`, `qu'`…).
pub fn words(text: &str) -> Vec<String> {
    typed_words(text).into_iter().map(|word| word.folded).collect()
}

/// Splits a title or a query as [`words`] does, and keeps what was typed.
pub fn typed_words(text: &str) -> Vec<TypedWord> {
    let mut words = split(text);
    words.retain(|word| !(word.is_elided && ELIDED.contains(&word.folded.as_str())));
    words
}

/// The little words that a search for a title can do without.
const LITTLE_WORDS: [&str; 18] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur",
    "un",
];

/// Tells articles and prepositions, already folded.
pub fn is_little_word(word: &str) -> bool {
    LITTLE_WORDS.contains(&word)
}

/// The feminine endings and the masculine ones they stand beside; longer endings first.
const ENDINGS: [(&str, &str); 9] = [
    ("trice", "teur"),
    ("ienne", "ien"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("onne", "on"),
    ("elle", "el"),
    ("ere", "er"),
    ("ive", "if"),
    ("ee", "e"),
];

/// Reduces a folded word to one form for singular and plural, masculine and feminine.
pub fn stem(word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let singular = singular(word);
    for (feminine, masculine) in ENDINGS {
        if let Some(root) = singular.strip_suffix(feminine).filter(|root| root.len() >= 2) {
            return trim_final_e(&format!("{root}{masculine}"));
        }
    }
    trim_final_e(&singular)
}

fn singular(word: &str) -> String {
    if let Some(root) = word.strip_suffix("aux").filter(|root| root.len() >= 3 && !root.ends_with('e')) {
        return format!("{root}al");
    }
    match word.strip_suffix(['s', 'x']) {
        Some(root) if root.len() >= 3 && !root.ends_with('s') => root.to_owned(),
        _ => word.to_owned(),
    }
}

fn trim_final_e(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(root) if root.len() >= 3 => root.to_owned(),
        _ => word.to_owned(),
    }
}

/// Most pairs of halves unfolded in one title: each pair doubles what people may write.
const PAIRS_UNFOLDED: usize = 3;

/// Unfolds a title that names both genders (`Agent / Agente de production`) into the titles people write.
pub fn gendered_titles(title: &str) -> Vec<String> {
    let mut titles = Vec::new();
    unfold(title, PAIRS_UNFOLDED, &mut titles);
    titles
}

fn unfold(title: &str, pairs: usize, titles: &mut Vec<String>) {
    titles.push(title.to_owned());
    let Some((masculine, rest)) = title.split_once(" / ").filter(|_| pairs > 0) else { return };
    let (head, kept) = masculine.rsplit_once(' ').map_or(("", masculine), |(head, last)| (head, last));
    let (feminine, tail) = rest.split_once(' ').map_or((rest, ""), |(first, tail)| (first, tail));
    // A title such as "Chef / Cheffe de rang" repeats one word; "Aide à domicile / Auxiliaire de vie" repeats none.
    if !are_halves(kept, feminine) {
        titles.extend([masculine.to_owned(), rest.to_owned()]);
        return;
    }
    for half in [kept, feminine] {
        let parts = [head, half, tail].into_iter().filter(|part| !part.is_empty());
        unfold(&parts.collect::<Vec<_>>().join(" "), pairs - 1, titles);
    }
}

fn are_halves(masculine: &str, feminine: &str) -> bool {
    let key = |word: &str| words(word).iter().map(|word| stem(word)).collect::<String>();
    let (one, other) = (key(masculine), key(feminine));
    let shared = one.bytes().zip(other.bytes()).take_while(|(left, right)| left == right).count();
    shared >= 3 || (shared > 0 && one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_plain_words() {
        assert_eq!(name_words("Éloïse D’Œuvrard-Straße"), ["eloise", "d", "oeuvrard", "strasse"]);
        assert_eq!(name_words("E\u{301}lo\u{308}ise"), ["eloise"]);
        assert_eq!(name_words("Łukasz ØSTERGÅRD Nguyễn"), ["lukasz", "ostergard", "nguyen"]);
        assert_eq!(name_words("İpek Ægir"), ["ipek", "aegir"]);
        assert_eq!(name_words("Юлия"), ["юлия"]);
        assert!(name_words("  - ' \u{301}").is_empty());
    }

    #[test]
    fn elided_articles_go_and_their_words_stay() {
        assert_eq!(words("Chargé d’études de l'électricité"), ["charge", "etudes", "de", "electricite"]);
        assert_eq!(words("Jusqu'à d"), ["a", "d"]);
    }

    #[test]
    fn what_was_typed_is_kept_beside_its_folded_form() {
        let typed: Vec<_> = typed_words("À l’Œuvre, E\u{301}le\u{300}ve !")
            .into_iter()
            .map(|w| (w.typed, w.folded))
            .collect();
        let pair = |typed: &str, folded: &str| (typed.to_owned(), folded.to_owned());
        assert_eq!(typed, [pair("À", "a"), pair("Œuvre", "oeuvre"), pair("E\u{301}le\u{300}ve", "eleve")]);
    }

    #[test]
    fn gender_and_number_share_a_stem() {
        for group in [
            &["développeur", "développeuse", "développeurs", "développeuses"][..],
            &["directeur", "directrice", "directrices"],
            &["cuisinier", "cuisinière", "cuisiniers"],
            &["technicien", "technicienne"],
            &["agent", "agente", "agentes"],
            &["chargé", "chargée", "chargées"],
            &["commercial", "commerciaux"],
        ] {
            let stems: Vec<String> = group.iter().map(|word| stem(&words(word)[0])).collect();
            assert!(stems.iter().all(|other| *other == stems[0]), "{group:?} gave {stems:?}");
        }
        assert_eq!((stem("bas"), stem("vis")), ("bas".to_owned(), "vis".to_owned()));
    }

    #[test]
    fn both_genders_of_a_title_are_unfolded() {
        let titles = gendered_titles("Agent / Agente de production");
        assert!(titles.contains(&"Agent de production".to_owned()), "{titles:?}");
        assert!(titles.contains(&"Agente de production".to_owned()), "{titles:?}");
        let web = gendered_titles("Développeur / Développeuse web");
        assert!(web.contains(&"Développeuse web".to_owned()), "{web:?}");
        let two = gendered_titles("Aide à domicile / Auxiliaire de vie");
        assert!(two.contains(&"Auxiliaire de vie".to_owned()), "{two:?}");
        assert!(gendered_titles(&["agent"; 60].join(" / ")).len() < 20, "repetition does not explode");
    }
}
