// The words of the offers one receives and answers.
import { area } from "@/i18n";
import offerWords from "../offerWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, offerWords);
export type Translate = typeof t;
