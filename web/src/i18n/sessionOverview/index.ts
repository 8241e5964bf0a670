// The words of a session at a glance: what it is ready for, what may be done with it.
import { area } from "@/i18n";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, sessions);
export type Translate = typeof t;
