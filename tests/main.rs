//! The one test binary: every slice's operations, the stories, and the rules of the house.

mod consistency;
mod openapi;
mod platform;
mod support;
