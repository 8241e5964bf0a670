// How the stories come by what an organisation found of somebody.
import { apiOf, DEMO } from "./people";
import { type UnderWay, underWay } from "./records";
import { prepare, sessionPath } from "./sessions";

export interface GridSkill {
  code: string;
  label: string;
}

/** The skills of the session's programme, as its grid names them. */
export async function programme({ base }: UnderWay): Promise<GridSkill[]> {
  const { skills } = await (await apiOf(DEMO.trainer)).get(`${base}/validations`);
  return skills.map(({ code, label }: GridSkill) => ({ code, label }));
}

/** A session under way, the two skills of its programme, who is evaluated in it and the way to its grid. */
export async function evaluated() {
  const at = await underWay(await prepare());
  const [first, second] = await programme(at);
  if (!first || !second) throw new Error("the training has two skills");
  const name = `${at.trainee.firstName} ${at.trainee.lastName}`;
  const grid = sessionPath(at.organisation, at.session, "/validations");
  return { ...at, first, second, name, grid };
}

const idOf = async (email: string): Promise<string> => (await (await apiOf(email)).get("me")).id;

/** Writes a level of the common scale in the grid; answers the entry, or the proposal where two people are asked for. */
export async function found(
  { base, trainee }: UnderWay,
  code: string,
  common_level: number,
  more: Record<string, unknown> = {},
  by: string = DEMO.trainer,
): Promise<string> {
  const person_id = await idOf(trainee.email);
  const api = await apiOf(by);
  const { cells } = await api.get(`${base}/validations`);
  const cell = cells.find(
    (one: { person_id: string; code: string }) => one.person_id === person_id && one.code === code,
  );
  const { validations, proposals } = await api.post(`${base}/validations`, {
    cells: [
      { person_id, skill: code, version: cell?.version ?? 0, level: { common_level }, ...more },
    ],
  });
  return validations[0] ?? proposals[0];
}

/** Chooses how the organisation validates. */
export async function choose(
  organisation: string,
  choices: { two_people?: boolean; level_rule?: string },
): Promise<void> {
  const api = await apiOf(DEMO.orgAdmin);
  const path = `organisations/${organisation}/passport-settings`;
  const { version, ...settings } = await api.get(path);
  await api.put(path, { ...settings, ...choices }, version);
}

/** Lets recruiters find somebody. */
export async function shown(email: string): Promise<void> {
  const api = await apiOf(email);
  const { policy_version } = await api.get("me/visibility");
  await api.put("me/visibility", { visible: true, policy_version });
}
