// The words of what a person shares in a private room.
import { area } from "@/i18n";
import privacyWords from "../privacyWords/fr.json";
import fr from "./fr.json";

export const { useTranslation } = area(fr, privacyWords);
