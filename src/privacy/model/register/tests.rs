use std::collections::HashSet;

use super::*;
use crate::privacy::model::retention::OnErasure;

#[test]
fn each_line_has_its_own_name_and_each_table_one_line() {
    let keys: HashSet<_> = REGISTER.iter().map(|line| line.key).collect();
    assert_eq!(keys.len(), REGISTER.len());
    let tables: Vec<_> = REGISTER.iter().flat_map(|line| line.tables).collect();
    assert_eq!(tables.iter().collect::<HashSet<_>>().len(), tables.len());
}

#[test]
fn what_stays_says_why() {
    for line in REGISTER {
        assert!(line.on_erasure != OnErasure::Kept || line.kept.is_some(), "{}", line.key);
    }
}
