// The words of who may see one’s profile.
import { area } from "@/i18n";
import establishment from "../establishment/fr.json";
import privacyWords from "../privacyWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, establishment, privacyWords);
export type Translate = typeof t;
