// The words of receipts: of what was agreed to, and of deleted rooms.
import { area } from "@/i18n";
import privacyWords from "../privacyWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, privacyWords);
export type Translate = typeof t;
