// Names for the bodies of what recruiters keep of people, and of those who recruit together.
import type { Answer, Body, Item } from "./bodies";

export type CandidateList = Answer<"get_candidate_list">;
export type ListHold = CandidateList["access"];
export type ListBody = Body<"create_candidate_list">;
export type ListShare = Item<Answer<"list_candidate_list_access">>;
export type ListAccess = ListShare["access"];
export type Candidate = Item<Answer<"list_candidates">>;
export type CandidateStage = Candidate["stage"];
export type AddedCandidates = Answer<"add_candidates">;
export type ShownProfile = NonNullable<Candidate["profile"]>;
export type ProfileNotes = Answer<"list_profile_notes">;
export type ProfileNote = Item<ProfileNotes>;
export type ExcludedProfile = Item<Answer<"list_excluded_profiles">>;
export type ExcludedProfiles = Answer<"exclude_profiles">;
export type SavedSearchShare = Item<Answer<"list_saved_search_access">>;
export type SavedSearchAlert = NonNullable<Answer<"get_saved_search">["alert"]>;
export type AlertFrequency = SavedSearchAlert["frequency"];
export type NewMatch = Item<Answer<"list_new_matches">>;
export type PastSearch = Item<Answer<"list_search_history">>;
export type CompanyMember = Item<Answer<"list_company_members">>;
export type CompanyRole = CompanyMember["role"];
export type CompanyInvitation = Item<Answer<"list_company_invitations">>;
export type SearchSettings = Answer<"get_search_settings">;
