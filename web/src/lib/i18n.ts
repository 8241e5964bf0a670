// The words of the interface. French is the source; keys are checked by the compiler.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import fr from "@/i18n/fr.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof fr };
  }
}

export const LANGUAGE = "fr";

void i18next.use(initReactI18next).init({
  lng: LANGUAGE,
  resources: { [LANGUAGE]: { translation: fr } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

export { useTranslation } from "react-i18next";
export { i18next };
