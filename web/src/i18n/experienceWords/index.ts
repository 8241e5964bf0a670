// The words that both a person and an organisation read about an experience.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr);
export type Translate = typeof t;
