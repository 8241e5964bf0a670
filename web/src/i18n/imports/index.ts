// The words of what other platforms attested.
import { area } from "@/i18n";
import exportWords from "../exportWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, exportWords);
export type Translate = typeof t;
