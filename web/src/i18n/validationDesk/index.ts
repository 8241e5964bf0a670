// The words of those who look after what an organisation wrote in passports.
import { area } from "@/i18n";
import words from "../entryProof/fr.json";
import common from "../passportWords/fr.json";
import events from "../timeline/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, words, events, common);
export type Translate = typeof t;
