export { OpenedProfile } from "./OpenedProfile";
