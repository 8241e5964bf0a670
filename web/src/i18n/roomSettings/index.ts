// The words of the settings of a room, and of the end of a private one.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation } = area(fr);
