// The words of the search for profiles.
import { area } from "@/i18n";
import profile from "../profile/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, profile);
export type Translate = typeof t;
