export { NewMatches } from "./NewMatches";
export { OpenedSearch } from "./OpenedSearch";
export { savedSearchQuery, useSavedSearchChanges } from "./queries";
export { SavedSearchList } from "./SavedSearchList";
export { SaveSearch } from "./SaveSearch";
export { StopAlerts } from "./StopAlerts";
