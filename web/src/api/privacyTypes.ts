// Names for the bodies of the operations about control over one's data.
import type { Answer, Body, Item } from "./bodies";

export type VisibilityAudience = Answer<"get_visibility">["audience"];
export type ChosenCompany = Item<Answer<"list_chosen_companies">>;
export type CompanyPreview = NonNullable<Answer<"preview_my_profile">["company"]>;
export type SharedWithCompany = CompanyPreview["shares"][number];

export type Privacy = Answer<"get_privacy">;
export type PrivacyDealing = Privacy["rooms"][number];
export type TakeBack = Privacy["visibility"]["take_back"];
export type CompanyShares = Item<Answer<"list_shares">>;
export type Share = CompanyShares["shares"][number];

export type ProfileReading = Item<Answer<"list_profile_accesses">>;
export type ProfileAppearance = Item<Answer<"list_profile_appearances">>;
export type DataAccess = Item<Answer<"list_data_accesses">>;

export type ConsentReceipt = Item<Answer<"list_receipts">>;
export type RoomReceipt = Item<Answer<"list_room_receipts">>;
export type Policy = Answer<"get_policy">;

export type DataExport = Item<Answer<"list_data_exports">>;
export type Erasure = Answer<"get_erasure">;
export type Reauthentication = Body<"create_data_export">;
export type PlanErasureBody = Body<"plan_erasure">;

export type Processing = Item<Answer<"get_processing_register">>;
export type DisclosureCheck = Item<Answer<"list_disclosure_checks">>;
export type PersonData = Answer<"access_person_data">;
