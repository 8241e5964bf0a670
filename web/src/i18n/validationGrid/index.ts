// The words of those who validate in the grid of a session.
import { area } from "@/i18n";
import words from "../passportWords/fr.json";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words, sessions);
export type Translate = typeof t;
