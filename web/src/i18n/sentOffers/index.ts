// The words of offers in the hands of those who send them.
import { area } from "@/i18n";
import offerWords from "../offerWords/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, offerWords);
export type Translate = typeof t;
