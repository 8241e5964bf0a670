// The words of the revisions of a training, and what changed between two contents.
import { area } from "@/i18n";
import trainings from "../trainings/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, trainings);
export type Translate = typeof t;
