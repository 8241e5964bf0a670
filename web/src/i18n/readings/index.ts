// The words of who saw one’s profile.
import { area } from "@/i18n";
import privacyWords from "../privacyWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, privacyWords);
export type Translate = typeof t;
