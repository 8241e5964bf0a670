// How entries of a passport, and what they make of a skill, are named.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr);
export type Translate = typeof t;
