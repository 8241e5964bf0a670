// The words of proving one skill alone, and of badges.
import { area } from "@/i18n";
import exportWords from "../exportWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, exportWords);
export type Translate = typeof t;
