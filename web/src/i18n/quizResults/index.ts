// The words of the quizzes of a session as those who train and run it read them: what they ask, copies, results.
import { area } from "@/i18n";
import words from "../quizWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words);
export type Translate = typeof t;
