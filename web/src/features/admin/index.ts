export { CatalogSyncPanel } from "./CatalogSyncPanel";
export { ImportHistory } from "./ImportHistory";
export { IndexPanel } from "./IndexPanel";
