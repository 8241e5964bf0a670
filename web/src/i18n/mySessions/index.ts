// The words of the sessions one takes part in.
import { area } from "@/i18n";
import sessions from "../sessions/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, sessions);
export type Translate = typeof t;
