export { FilterPanel, type PickerSlots } from "./FilterPanel";
export { HitCard } from "./HitCard";
export { MyPreview } from "./MyPreview";
export { type ProfileSearch, useProfileSearch } from "./queries";
export { Results } from "./Results";
export * as edits from "./state";
export { filterCount, LIMITS, type SearchState } from "./state";
export { paramsFromState, type SearchParams, searchParams, stateFromParams } from "./url";
