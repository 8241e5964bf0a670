export { ImportHistory } from "./ImportHistory";
export { IndexPanel } from "./IndexPanel";
