// The words of one's own experiences.
import { area } from "@/i18n";
import experienceWords from "../experienceWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, experienceWords);
export type Translate = typeof t;
