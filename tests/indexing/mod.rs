//! The index follows the database, whatever stops, breaks or goes back in time.

mod nodes;
mod parked;
mod rebuild;
mod restart;
mod verify;
mod writers;
