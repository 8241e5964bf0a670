// The words of taking one’s data along, and of erasing one’s account.
import { area } from "@/i18n";
import privacyWords from "../privacyWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, privacyWords);
export type Translate = typeof t;
