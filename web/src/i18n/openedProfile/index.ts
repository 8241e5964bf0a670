// The words of a profile that was opened on its own page, which its owner is told.
import { area } from "@/i18n";
import profile from "../profile/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, profile);
