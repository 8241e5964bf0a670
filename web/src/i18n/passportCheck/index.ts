// The words of checking an export, as anybody who holds it may.
import { area } from "@/i18n";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr);
export type Translate = typeof t;
