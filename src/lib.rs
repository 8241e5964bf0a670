//! Carnet: skill passports and the recruitment search engine built on them.
