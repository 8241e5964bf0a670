//! Offers: written by a company, sent to people one by one, answered by them alone, followed by both, and forgotten in time.
//!
//! **For chat.** An accepted offer opens a private room through [`PrivateRooms`], which chat implements and `app.rs` wires as the part
//! [`Rooms`]. When a side closes the room, or its clock does, chat calls [`close_accepted`] in the same transaction; when somebody
//! of the company writes, it calls [`company_wrote`].
//!
//! **For notifications.** Whoever looks at their notices has been reached: [`mark_delivered`].

mod handlers;
mod jobs;
mod model;
mod policy;
mod store;

pub use handlers::mine::mark_delivered;
pub use handlers::rooms::{ClosedBy, close_accepted, company_wrote, offer_for_room};
pub use jobs::{AnonymiseOffers, ExpireOffers, FollowOffers, RemindOffers};
pub use model::state::{State, TRANSITIONS};
pub use store::personal::{erase_person, personal_data};
pub use store::rooms::{NewPrivateRoom, PrivateRooms, RoomEnd, RoomOffer, Rooms};

use crate::platform::http::{Operations, routes};

/// The operations on offers.
pub fn routes() -> Operations {
    use handlers::{board, drafts, files, moves, pool, recipients, send};
    Operations::new()
        .routes(routes!(board::list_offers, drafts::create_offer))
        .routes(routes!(drafts::get_offer, drafts::update_offer, drafts::delete_offer))
        .routes(routes!(drafts::preview_offer))
        .routes(routes!(send::send_offer))
        .routes(routes!(moves::withdraw_offer))
        .routes(routes!(files::get_offer_file))
        .routes(routes!(recipients::list_offer_recipients, recipients::add_offer_recipients))
        .routes(routes!(recipients::get_offer_recipient, recipients::remove_offer_recipient))
        .routes(routes!(recipients::export_offer_recipients))
        .routes(routes!(moves::remind_offer_recipient))
        .routes(routes!(moves::withdraw_offer_recipient))
        .routes(routes!(moves::close_offer_recipient))
        .routes(routes!(pool::list_talent_pool))
        .merge(mine())
}

/// The operations of those who receive offers.
fn mine() -> Operations {
    use handlers::{answers, files, mine, pool, settings, shares};
    Operations::new()
        .routes(routes!(mine::list_my_offers))
        .routes(routes!(answers::refuse_pending_offers))
        .routes(routes!(mine::get_my_offer))
        .routes(routes!(mine::open_my_offer))
        .routes(routes!(answers::accept_offer))
        .routes(routes!(answers::refuse_offer))
        .routes(routes!(answers::undo_offer_answer))
        .routes(routes!(answers::close_my_offer))
        .routes(routes!(shares::update_my_offer_shares))
        .routes(routes!(pool::set_talent_pool))
        .routes(routes!(files::get_my_offer_file))
        .routes(routes!(files::get_my_offer_file_link))
        .routes(routes!(settings::get_offer_settings, settings::update_offer_settings))
}
