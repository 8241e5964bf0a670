// The words of lists of people, of notes about them, and of those a company leaves out of its searches.
import { area } from "@/i18n";
import profile from "../profile/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, profile);
export type Translate = typeof t;
