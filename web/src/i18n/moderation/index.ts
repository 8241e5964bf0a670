// The words of those who moderate rooms.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation } = area(fr);
