// The words of how one wants to be told.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation } = area(fr);
