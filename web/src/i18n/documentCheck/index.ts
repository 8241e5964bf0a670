// The words for whoever holds a document and asks whether it is valid.
import { area } from "@/i18n";
import words from "../recordWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words);
export type Translate = typeof t;
