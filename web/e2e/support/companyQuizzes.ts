// How the stories come by somebody whom recruiters see, and a quiz of a company.
import { account, apiOf, DEMO, type Person } from "./people";
import { shown } from "./validations";

export interface Seen {
  person: Person;
  /** Whom recruiters see. */
  profile: string;
  skill: { code: string; label: string };
}

/** Somebody with an account and a skill of the catalogue, whom recruiters see. */
export async function seen(): Promise<Seen> {
  const person = await account();
  const api = await apiOf(person.email);
  const [skill] = (await api.get("catalog/skills?q=client")).items;
  await api.put(`me/skills/${skill.code}`, { level: 3 });
  await shown(person.email);
  const { hit } = await api.get("me/profile-preview");
  return { person, profile: hit.profile_id, skill };
}

const text = (words: string) => [{ type: "text", text: words }];

/** A published quiz of the company: a choice about a skill, and a text that somebody reads. */
export async function companyQuiz(
  title: string,
  skill: string,
  settings: Record<string, unknown> = {},
): Promise<string> {
  const read = {
    statement: text(`Racontez un accueil, ${title}.`),
    points: 2,
    answer: { kind: "long_text" },
  };
  return await published(title, [chosen(title, skill), read], settings);
}

/** A published quiz of the company that needs nobody to be graded: the choice alone. */
export async function choiceQuiz(title: string, skill: string): Promise<string> {
  return await published(title, [chosen(title, skill)], {});
}

/** A choice whose first answer is right. */
const chosen = (title: string, skill: string) => ({
  statement: text(`Que faites-vous d’abord, ${title} ?`),
  answer: {
    kind: "single",
    choices: [
      { text: "J’écoute", is_right: true },
      { text: "Je parle", is_right: false },
    ],
  },
  skills: [skill],
});

async function published(
  title: string,
  bodies: unknown[],
  settings: Record<string, unknown>,
): Promise<string> {
  const api = await apiOf(DEMO.recruiter);
  const items: { question_id: string }[] = [];
  for (const body of bodies) {
    items.push({ question_id: (await api.post("company/questions", body)).id });
  }
  const quiz = await api.post("company/quizzes", {
    kind: "quiz",
    title,
    settings: { shuffles_choices: false, feedback: "after_publication", ...settings },
    sections: [{ items }],
  });
  await api.post(`company/quizzes/${quiz.id}/publish`, undefined, quiz.version);
  return quiz.id;
}

/** A list of the recruiter with these people on it. */
export async function listOf(name: string, profiles: string[]): Promise<string> {
  const api = await apiOf(DEMO.recruiter);
  const { id } = await api.post("candidate-lists", { name });
  await api.post(`candidate-lists/${id}/candidates`, { profiles });
  return id;
}

/** Invites somebody, who answers everything at once. */
export async function answered(quiz: string, by: Seen, words: string): Promise<void> {
  const staff = await apiOf(DEMO.recruiter);
  const { invited } = await staff.post(`company/quizzes/${quiz}/invitations`, {
    profile_ids: [by.profile],
  });
  const own = `me/quiz-invitations/${invited[0].invitation_id}`;
  const api = await apiOf(by.person.email);
  const { notice_version, seen: told } = await api.get(own);
  const { questions } = await api.post(`${own}/attempt`, { notice_version, seen: told });
  const answers = questions.map(
    (question: { question_id: string; kind: string; choices: { id: string }[] }) => ({
      question_id: question.question_id,
      sequence: 1,
      is_flagged: false,
      answer:
        question.kind === "single"
          ? { kind: "single", choice_id: question.choices[1]?.id }
          : { kind: "long_text", text: words },
    }),
  );
  await api.post(`${own}/submission`, { answers });
}
