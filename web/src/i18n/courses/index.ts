// The words of courses: the list of them, and how one is written.
import { area } from "@/i18n";
import trainings from "../trainings/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, trainings);
export type Translate = typeof t;
