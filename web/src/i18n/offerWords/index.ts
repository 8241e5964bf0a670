// What both sides of an offer read: states, conditions, why somebody was chosen.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr);
export type Translate = typeof t;
