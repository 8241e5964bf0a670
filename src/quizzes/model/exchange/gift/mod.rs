//! GIFT: one question per paragraph, its answer between braces. What GIFT cannot say (points, tags, rules) stands in comments
//! that other platforms pass over: `// [points:2] [tag:sécurité]`.

mod answer;
mod blocks;
mod notes;
mod read;
mod write;

pub use read::read;
pub use write::write;

/// What has a meaning in GIFT, and is escaped where it has none: what every platform reads.
const ESCAPED: &[char] = &['~', '=', '#', '{', '}', ':'];
/// What is read as escaped, wherever it comes from.
const SPECIAL: &[char] = &['~', '=', '#', '{', '}', ':', '[', ']', '%'];

/// The place of this character from here on, where it is not escaped.
fn find(text: &str, wanted: char, from: usize) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text[from..].char_indices() {
        if c == wanted && !is_escaped {
            return Some(from + at);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::ids::FileId;
    use crate::quizzes::model::question::Block;
    use crate::quizzes::model::question::draft::Content;
    use crate::quizzes::model::question::samples;

    #[test]
    fn every_kind_of_question_comes_back_from_its_text() {
        let written = samples::all(FileId(Uuid::from_u128(9)));
        let found = read(&write(&written)).unwrap();
        assert_eq!(found.len(), written.len());
        for (read, content) in found.iter().zip(&written) {
            assert_eq!((&read.faults[..], &read.remarks[..]), (&[][..], &[][..]), "{content:?}");
            assert_eq!(samples::parsed(read.draft.as_ref().unwrap()), *content);
        }
    }

    #[test]
    fn what_others_write_is_read() {
        let text = "// question: 1  name: Capitale\n::Capitale::[html]<p>Capitale de la France&nbsp;?</p>{\n\t=Paris#Oui\n\t~Lyon#Non\n\t~Lille\n\t####C’est <b>Paris</b>.\n}\n\n\
            $CATEGORY: $course$/top/Chapitre 2\n\n\
            Le soleil est une étoile.{TRUE#Erreur#Bravo}\n\n\
            Deux et deux font {=4 =quatre =%50%cinq} en tout.\n\n\
            Pi ?{#3.1415:0.0005}\n\nEntre 1 et 5 ?{#1..5}\n\n\
            Racontez. {}\n\n\
            Nombres pairs ?{~%50%2 ~%50%4 ~%-100%5}\n";
        let found = read(text).unwrap();
        let kinds: Vec<_> =
            found.iter().map(|read| read.draft.as_ref().unwrap().answer.kind.as_str()).collect();
        assert_eq!(
            kinds,
            ["single", "true_false", "short_text", "number", "number", "long_text", "multiple"]
        );
        assert_eq!(found.iter().map(|read| read.line).collect::<Vec<_>>(), [2, 11, 13, 15, 17, 19, 21]);
        let first = found[0].draft.as_ref().unwrap();
        assert_eq!(first.statement[0].text.as_deref(), Some("Capitale de la France\u{a0}?"));
        assert_eq!(first.explanation, "C’est Paris.");
        assert!(first.tags.is_empty());
        let second = found[1].draft.as_ref().unwrap();
        assert_eq!(second.tags, ["Chapitre 2"]);
        assert_eq!(
            (second.answer.feedback_true.as_deref(), second.answer.feedback_false.as_deref()),
            (Some("Bravo"), Some("Erreur"))
        );
        let third = found[2].draft.as_ref().unwrap();
        assert_eq!(third.statement[0].text.as_deref(), Some("Deux et deux font _____ en tout."));
        let range = &found[4].draft.as_ref().unwrap().answer;
        assert_eq!((range.value, range.tolerance), (Some(3.0), Some(2.0)));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line_and_the_rest_is_read() {
        let text = "Associez.{=a -> 1 =b -> 2}\n\nSans réponse.\n\nNon fermée.{=a\n\nDeux justes.{=a =b ~c}\n\nBon.{T}\n\nPi{#=3 =4}\n\nX{#abc}\n\nY{=%200%a}\n";
        let found = read(text).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|read| (read.line, read.faults.first().map(|fault| (fault.line, fault.code.as_str()))))
            .collect();
        assert_eq!(
            told,
            [
                (1, Some((1, "not_supported"))),
                (3, Some((3, "no_answer"))),
                (5, Some((5, "brace_not_closed"))),
                (7, Some((7, "not_supported"))),
                (9, None),
                (11, Some((11, "not_supported"))),
                (13, Some((13, "number_format"))),
                (15, Some((15, "out_of_range"))),
            ]
        );
    }

    /// A question whose statement is this text, which begins no formula, code or image.
    fn saying(text: &str) -> Content {
        let mut content = samples::all(FileId(Uuid::from_u128(9))).swap_remove(4);
        content.question.statement = vec![Block::Text { text: text.to_owned() }];
        content
    }

    proptest! {
        /// Whatever is sent: it is read, or told.
        #[test]
        fn no_text_is_too_strange(text in r"[a-zé~=#{}:%\\\[\]/$> .\n0-9-]{0,120}") {
            for read in read(&text).unwrap() {
                prop_assert!(read.draft.is_some() || !read.faults.is_empty(), "{text:?}");
            }
        }

        /// Whatever people write comes back as it was.
        #[test]
        fn every_text_comes_back(text in r"[a-zé~=#{}:%\\\[\]/> 0-9-]{1,60}") {
            let text = text.trim();
            prop_assume!(!text.is_empty());
            let found = read(&write(&[saying(text)])).unwrap();
            prop_assert_eq!(found.len(), 1);
            let draft = found[0].draft.as_ref();
            prop_assert_eq!(draft.and_then(|draft| draft.statement[0].text.as_deref()), Some(text));
        }
    }
}
