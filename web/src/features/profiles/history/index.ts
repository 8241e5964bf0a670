export { codesOf, type Names } from "./asked";
export { SearchHistory } from "./SearchHistory";
