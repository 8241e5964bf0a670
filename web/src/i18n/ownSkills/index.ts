// The words of the skills an organisation has in its own words.
import { area } from "@/i18n";
import trainings from "../trainings/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, trainings);
export type Translate = typeof t;
