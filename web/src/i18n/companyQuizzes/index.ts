// The words of the quizzes of a company as its recruiters send and read them.
import { area } from "@/i18n";
import words from "../quizWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words);
export type Translate = typeof t;
