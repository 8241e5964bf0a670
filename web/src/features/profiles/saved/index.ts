export { SavedSearchList } from "./SavedSearchList";
