// The words of one's own attendance: read, signed, contested.
import { area } from "@/i18n";
import words from "../recordWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words);
export type Translate = typeof t;
