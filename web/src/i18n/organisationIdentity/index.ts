// The words of who an organisation is, and what the public registers say of it.
import { area } from "@/i18n";
import establishment from "../establishment/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, establishment);
export type Translate = typeof t;
