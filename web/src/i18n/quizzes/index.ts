// The words of the quizzes of an organisation as those who teach write and read them.
import { area } from "@/i18n";
import questions from "../questions/fr.json";
import words from "../quizWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words, questions);
export type Translate = typeof t;
