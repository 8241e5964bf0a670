// The words of the search in messages.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation } = area(fr);
