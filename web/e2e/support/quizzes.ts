// How the stories come by questions, quizzes, and a session that takes one.
import type { Page } from "playwright-core";
import { account, apiOf, DEMO, type Person, unique } from "./people";
import { announced, prepare } from "./sessions";

export interface Taken {
  organisation: string;
  session: string;
  /** The quiz of the session. */
  quiz: string;
  title: string;
  trainee: Person;
}

const text = (words: string) => [{ type: "text", text: words }];

/** Questions of the bank: a choice, a formula with a number, one to be read by somebody. */
export async function questions(organisation: string, word: string): Promise<string[]> {
  const api = await apiOf(DEMO.trainer);
  const bodies = [
    {
      statement: [
        ...text(`Capitale de la France, ${word} ?`),
        { type: "code", language: "sql", text: "select 1;" },
      ],
      answer: {
        kind: "single",
        choices: [
          { text: "Paris", is_right: true, feedback: "Bien vu." },
          { text: "Lyon", is_right: false },
        ],
      },
      explanation: "Depuis longtemps.",
      tags: [word],
    },
    {
      statement: [...text(`Calculez, ${word} :`), { type: "formula", tex: "\\frac{7}{2}" }],
      answer: { kind: "number", value: 3.5, tolerance: 0.01, unit: "cm" },
      tags: [word],
    },
    {
      statement: text(`Racontez, ${word}.`),
      points: 2,
      answer: {
        kind: "long_text",
        rubric: [
          { title: "Fond", description: "Ce qui est dit.", points: 1 },
          { title: "Forme", points: 1 },
        ],
      },
      tags: [word],
    },
  ];
  const ids: string[] = [];
  for (const body of bodies) {
    ids.push((await api.post(`organisations/${organisation}/questions`, body)).id);
  }
  return ids;
}

/** A published quiz of these questions. */
export async function quizOf(
  organisation: string,
  title: string,
  ids: string[],
  settings: Record<string, unknown> = {},
): Promise<string> {
  const api = await apiOf(DEMO.trainer);
  const quiz = await api.post(`organisations/${organisation}/quizzes`, {
    kind: "quiz",
    title,
    settings: { shuffles_choices: false, feedback: "after_publication", ...settings },
    sections: [{ items: ids.map((question_id) => ({ question_id })) }],
  });
  await api.post(
    `organisations/${organisation}/quizzes/${quiz.id}/publish`,
    undefined,
    quiz.version,
  );
  return quiz.id;
}

/** An announced session that takes such a quiz, with somebody who has an account. */
export async function taken(settings: Record<string, unknown> = {}): Promise<Taken> {
  const prepared = await prepare();
  const { organisation } = prepared;
  const trainee = await account();
  const { id: session } = await announced(prepared, [
    { first_name: trainee.firstName, last_name: trainee.lastName, email: trainee.email },
  ]);
  const mine = await apiOf(trainee.email);
  const [invitation] = (await mine.get("me/session-invitations")).items;
  await mine.post(`me/session-invitations/${invitation.id}/accept`, undefined);
  const word = unique();
  const title = `Quiz ${word}`;
  const ids = await questions(organisation, word);
  const quizId = await quizOf(organisation, title, ids, settings);
  const api = await apiOf(DEMO.orgAdmin);
  const base = `organisations/${organisation}/sessions/${session}/quizzes`;
  const place = await api.post(base, { title, purpose: "assessment", skills: [] });
  await api.put(`${base}/${place.id}/attachment`, { quiz_id: quizId }, place.version);
  return { organisation, session, quiz: place.id, title, trainee };
}

/** Opens a dialog, and does what it asks to confirm. */
export async function confirm(page: Page, opener: RegExp, name: string): Promise<void> {
  await page.getByRole("button", { name: opener }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}
