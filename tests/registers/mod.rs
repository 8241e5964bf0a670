//! The public registers, whoever asks.

mod register;
