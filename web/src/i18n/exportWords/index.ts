// What both exports and links say of what was chosen.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr);
export type Translate = typeof t;
