// The words that everybody reads about quizzes: kinds of questions, states, results.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr);
export type Translate = typeof t;
