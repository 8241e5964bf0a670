// The words of an entry of a passport with its proof, and of what is said back of it.
import { area } from "@/i18n";
import words from "../passportWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words);
export type Translate = typeof t;
