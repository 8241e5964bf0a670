// The words of masking zones of a proof.
import { area } from "@/i18n";
import experiences from "../experiences/fr.json";
import experienceWords from "../experienceWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, experiences, experienceWords);
export type Translate = typeof t;
