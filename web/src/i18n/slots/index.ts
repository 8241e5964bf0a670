// The words of when a session meets.
import { area } from "@/i18n";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, sessions);
export type Translate = typeof t;
