// The words of those who look at experiences put before their organisation.
import { area } from "@/i18n";
import experienceWords from "../experienceWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, experienceWords);
export type Translate = typeof t;
