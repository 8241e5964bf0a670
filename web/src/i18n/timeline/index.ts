// The words of what happened in a passport, newest first.
import { area } from "@/i18n";
import words from "../passportWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words);
export type Translate = typeof t;
