//! Titles side by side: which ones hold what was typed, and which of them come first.

use std::cmp::Reverse;

use super::words::{TitleSet, WordIndex};
use crate::text;

/// A title to be found: whose it is, and its text.
pub(crate) struct NewTitle<'a> {
    /// The number of the job or skill; titles of one owner follow one another.
    pub(crate) owner: usize,
    /// Its place among the appellations; absent for the title of the job or skill itself.
    pub(crate) appellation: Option<usize>,
    /// The title as people read it.
    pub(crate) label: &'a str,
}

#[derive(Debug)]
struct Title {
    owner: usize,
    appellation: Option<usize>,
    /// Its forms, as a range of the spans.
    first_form: u32,
    forms: u32,
    letters: u32,
}

/// Many titles, their words and the forms in which people write them.
#[derive(Debug)]
pub(crate) struct TitleIndex {
    titles: Vec<Title>,
    /// Where each form lies in the text.
    spans: Vec<(u32, u32)>,
    /// The folded forms, one after the other: a common word goes through most of them.
    text: String,
    words: WordIndex,
}

impl TitleIndex {
    /// Indexes titles, those of one owner together.
    pub(crate) fn build<'a>(titles: impl Iterator<Item = NewTitle<'a>>) -> Self {
        let mut index =
            Self { titles: Vec::new(), spans: Vec::new(), text: String::new(), words: WordIndex::default() };
        let mut words = Vec::new();
        for title in titles {
            words.push(meaningful(text::words(title.label)));
            index.add(&title);
        }
        index.words = WordIndex::build(words.iter().map(Vec::as_slice));
        index
    }

    fn add(&mut self, title: &NewTitle<'_>) {
        let first_form = self.spans.len() as u32;
        let forms = text::gendered_titles(title.label);
        let mut forms: Vec<String> = forms.iter().map(|form| text::words(form).join(" ")).collect();
        forms.sort_unstable();
        forms.dedup();
        for form in &forms {
            self.spans.push((self.text.len() as u32, (self.text.len() + form.len()) as u32));
            self.text.push_str(form);
        }
        self.titles.push(Title {
            owner: title.owner,
            appellation: title.appellation,
            first_form,
            forms: forms.len() as u32,
            letters: title.label.chars().count() as u32,
        });
    }

    /// Returns the best title of each owner found, best owner first, as owner and appellation.
    pub(crate) fn search(&self, typed: &str, limit: usize) -> Vec<(usize, Option<usize>)> {
        let words = text::words(typed);
        if words.is_empty() || limit == 0 {
            return Vec::new();
        }
        let whole = words.join(" ");
        let wanted = wanted(words);
        let mut found = self.all_of(&wanted, WordIndex::beginning_with);
        if found.is_empty() {
            found = self.all_of(&wanted, WordIndex::nearly_beginning_with);
        }
        let mut best = self.best_of_each_owner(&found, &whole);
        if best.len() > limit {
            best.select_nth_unstable(limit);
            best.truncate(limit);
        }
        best.sort_unstable();
        let titles = best.iter().map(|rank| &self.titles[title_of(*rank)]);
        titles.map(|title| (title.owner, title.appellation)).collect()
    }

    fn all_of(&self, words: &[String], find: fn(&WordIndex, &str) -> TitleSet) -> TitleSet {
        let mut words = words.iter();
        let mut found = find(&self.words, words.next().map_or("", |word| word));
        for word in words {
            if found.is_empty() {
                break;
            }
            found.keep(&find(&self.words, word));
        }
        found
    }

    fn best_of_each_owner(&self, found: &TitleSet, typed: &str) -> Vec<u64> {
        let mut best: Vec<u64> = Vec::new();
        let mut current = None;
        for title in found.iter() {
            let rank = self.rank(title, typed);
            let owner = self.titles[title].owner;
            match best.last_mut().filter(|_| current == Some(owner)) {
                Some(known) => *known = (*known).min(rank),
                None => best.push(rank),
            }
            current = Some(owner);
        }
        best
    }

    /// Where a title stands, smaller first: written out in full, the owner's own title, the beginning of it,
    /// fewer letters, and the order of codes.
    fn rank(&self, at: usize, typed: &str) -> u64 {
        let title = &self.titles[at];
        let spans = &self.spans[title.first_form as usize..][..title.forms as usize];
        let (mut whole, mut at_start) = (false, false);
        for &(from, until) in spans {
            let form = &self.text.as_bytes()[from as usize..until as usize];
            at_start |= form.starts_with(typed.as_bytes());
            whole |= form == typed.as_bytes();
        }
        let own = title.appellation.is_none();
        let flags = u64::from(!whole) << 62 | u64::from(!own) << 61 | u64::from(!at_start) << 60;
        flags | u64::from(title.letters) << TITLE_BITS | at as u64
    }
}

/// Room for the number of a title in its rank.
const TITLE_BITS: u32 = 32;

fn title_of(rank: u64) -> usize {
    (rank & ((1 << TITLE_BITS) - 1)) as usize
}

/// Most words looked up: the longest ones say what is meant.
const WORDS_LOOKED_UP: usize = 8;

/// The words to look up, longest first, since they leave the fewest titles.
fn wanted(words: Vec<String>) -> Vec<String> {
    let mut wanted = meaningful(words);
    wanted.sort_by_key(|word| Reverse(word.len()));
    wanted.truncate(WORDS_LOOKED_UP);
    wanted
}

/// Leaves articles and prepositions out, unless there is nothing else.
fn meaningful(words: Vec<String>) -> Vec<String> {
    if words.iter().all(|word| text::is_little_word(word)) {
        return words;
    }
    words.into_iter().filter(|word| !text::is_little_word(word)).collect()
}
