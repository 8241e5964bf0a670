// The words of a session in the hands of those who write it.
import { area } from "@/i18n";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, sessions);
export type Translate = typeof t;
