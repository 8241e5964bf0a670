// The words of who takes part in a session, and of the files they come from.
import { area } from "@/i18n";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, sessions);
export type Translate = typeof t;
