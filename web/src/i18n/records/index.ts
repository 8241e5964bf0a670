// The words of attendance records as those who run or train a session read them.
import { area } from "@/i18n";
import words from "../recordWords/fr.json";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words, sessions);
export type Translate = typeof t;
