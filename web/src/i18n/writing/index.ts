// The words of a training in the hands of those who write it.
import { area } from "@/i18n";
import trainings from "../trainings/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, trainings);
export type Translate = typeof t;
