// The words of the interface, in French. Those of every page are here; each area of the app keeps its own in a folder
// beside, which is loaded with the pages that speak it and with no other. The compiler checks the keys.
import i18next from "i18next";
import { initReactI18next, useTranslation as useAllWords } from "react-i18next";
import common from "./common/fr.json";

export const LANGUAGE = "fr";
const DICTIONARY = "translation";

interface Words {
  readonly [name: string]: string | Words;
}

/** A sentence that counts is called without its plural form. */
type Called<Name extends string> = Name extends `${infer Root}_one`
  ? Root
  : Name extends `${infer Root}_many`
    ? Root
    : Name extends `${infer Root}_other`
      ? Root
      : Name;

type KeyOf<Spoken> = Spoken extends Words
  ? {
      [Name in keyof Spoken & string]: Spoken[Name] extends string
        ? Called<Name>
        : `${Name}.${KeyOf<Spoken[Name]>}`;
    }[keyof Spoken & string]
  : never;

type Say<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Says the words of every page. */
export type Translate = Say<KeyOf<typeof common>>;

void i18next.use(initReactI18next).init({
  lng: LANGUAGE,
  resources: { [LANGUAGE]: { [DICTIONARY]: common } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

/**
 * Says the words of an area, besides those of every page. Whoever can name a sentence has imported the area, and with it
 * its words: a page never shows one that it has not loaded. An area may build on the words of others.
 */
export function area<Spoken extends Words[]>(...words: Spoken) {
  for (const some of words) i18next.addResourceBundle(LANGUAGE, DICTIONARY, some);
  type Spoke = Say<KeyOf<Spoken[number] | typeof common>>;
  return {
    /** For what is drawn. */
    useTranslation: useAllWords as unknown as () => { t: Spoke },
    /** For what is not. */
    t: i18next.t as unknown as Spoke,
  };
}

export const { useTranslation } = area();
