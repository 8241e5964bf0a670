// What was found of each file, drawn: a shape, a word and a colour for each answer.
import type { Answer, Said } from "../check/said";
import { element } from "./dom";
import { type Language, TEXTS, type Texts } from "./texts";

/** A file that was looked at; null when it could not be read at all. */
export interface Result {
  name: string;
  answer: Answer | null;
}

const list = (className: string, all: Said[], language: Language): HTMLElement =>
  element("ul", { class: className }, ...all.map((said) => element("li", {}, said[language])));

const part = (title: string, className: string, all: Said[], language: Language): Node[] =>
  all.length === 0 ? [] : [element("h4", {}, title), list(className, all, language)];

function sign(isHeld: boolean, texts: Texts): HTMLElement {
  const shape = element("span", { "aria-hidden": "true" }, isHeld ? "✓" : "✗");
  const word = isHeld ? texts.held : texts.refused;
  const said = element("span", {}, word);
  return element("p", { class: `sign ${isHeld ? "held" : "refused"}` }, shape, " ", said);
}

export function drawResult({ name, answer }: Result, language: Language): HTMLElement {
  const texts = TEXTS[language];
  const head = [element("h3", {}, name), sign(answer?.isHeld === true, texts)];
  if (answer === null) return element("article", {}, ...head, element("p", {}, texts.unread));
  if (!answer.isHeld) {
    return element(
      "article",
      {},
      ...head,
      ...part(texts.faults, "faults", answer.faults, language),
    );
  }
  return element(
    "article",
    {},
    ...head,
    list("facts", answer.facts, language),
    ...part(texts.checked, "checked", answer.checked, language),
    ...part(texts.unchecked, "unchecked", answer.unchecked, language),
  );
}
