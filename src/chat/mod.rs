//! Rooms: what people write to each other, in sessions and, after an accepted offer, in private.
//!
//! Who reads, writes and moderates follows at each request from the session or the offer (`store::places`, then `policy`): nothing of
//! it is kept, so that whoever loses a role loses its rooms with the next request.
//!
//! **For the live updates**: [`live_rooms`] and [`followers_among`] say the same to open pages.

mod handlers;
mod jobs;
mod model;
mod policy;
mod store;

pub use handlers::pace::Pace;
pub use handlers::private::Rooms;
pub use jobs::EndRooms;
pub use model::receipt::{Receipt, Why};
pub use store::erase::{erase_person, personal_data};
pub use store::hints::{LiveRoom, followers_among, live_rooms};

use crate::platform::http::{Operations, routes};
use crate::platform::seal::{PublicKey, SignedFault};

/// Reads the receipt of a deleted room and checks it against these keys; nothing when it is another kind of file.
pub fn verify_receipt(bytes: &[u8], keys: &[PublicKey]) -> Option<Result<Receipt, Vec<SignedFault>>> {
    Receipt::open(bytes, keys)
}

/// The operations on rooms.
pub fn routes() -> Operations {
    use handlers::{blocks, closing, copies, lists, receipts, search};
    Operations::new()
        .routes(routes!(lists::list_rooms))
        .routes(routes!(lists::get_room, closing::erase_room))
        .routes(routes!(lists::list_room_members))
        .routes(routes!(lists::update_room_preferences))
        .routes(routes!(lists::update_room_settings))
        .routes(routes!(lists::readmit_room_member))
        .routes(routes!(closing::close_room))
        .routes(routes!(copies::export_room))
        .routes(routes!(receipts::list_room_receipts))
        .routes(routes!(receipts::get_room_receipt))
        .routes(routes!(search::search_messages))
        .routes(routes!(blocks::list_blocked_people))
        .routes(routes!(blocks::block_person, blocks::unblock_person))
        .merge(of_messages())
}

/// The operations on messages.
fn of_messages() -> Operations {
    use handlers::{edits, judging, moderation, reading, reports, sending};
    Operations::new()
        .routes(routes!(reading::list_messages, sending::send_message))
        .routes(routes!(reading::list_room_changes))
        .routes(routes!(reading::set_read_position))
        .routes(routes!(reading::get_message_file))
        .routes(routes!(edits::update_message, edits::delete_message))
        .routes(routes!(moderation::list_waiting_messages))
        .routes(routes!(moderation::approve_message))
        .routes(routes!(moderation::refuse_message))
        .routes(routes!(moderation::remove_message))
        .routes(routes!(moderation::list_message_history))
        .routes(routes!(reports::report_message))
        .routes(routes!(reports::list_room_reports))
        .routes(routes!(reports::get_room_report))
        .routes(routes!(judging::hide_reported_message))
        .routes(routes!(judging::decide_room_report))
        .routes(routes!(judging::get_reported_file))
}
