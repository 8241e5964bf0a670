export { OpenedSearch } from "./OpenedSearch";
export { SavedSearchList } from "./SavedSearchList";
export { SaveSearch } from "./SaveSearch";
