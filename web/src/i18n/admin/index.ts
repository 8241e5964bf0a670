// The words of the platform's own people: recruiters, organisations, the index.
import { area } from "@/i18n";
import establishment from "../establishment/fr.json";
import identity from "../organisationIdentity/fr.json";
import fr from "./fr.json";

export const { useTranslation, t } = area(fr, establishment, identity);
export type Translate = typeof t;
