// The words of the searches a recruiter keeps.
import { area } from "@/i18n";
import profile from "../profile/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, profile);
export type Translate = typeof t;
