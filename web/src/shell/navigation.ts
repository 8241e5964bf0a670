// Where each account may go, from its roles; and where it lands after logging in.
import type { MyOrganisation } from "@/api/types";
import { type Path, paths } from "@/lib/paths";
import type { IconName } from "@/ui/Icon";
import type { Standing } from "./standing";

export interface Destination {
  to: Path;
  key:
    | "search"
    | "candidateLists"
    | "companyQuizzes"
    | "sentOffers"
    | "company"
    | "recruit"
    | "skills"
    | "visibility"
    | "offers"
    | "trainings"
    | "sessions"
    | "validations"
    | "experiences"
    | "calendar"
    | "organisation"
    | "reference"
    | "admin"
    | "records"
    | "quizzes"
    | "myQuizzes"
    | "rooms";
  icon: IconName;
  /** The addresses below it that do not begin with its own. */
  holds?: RegExp;
}

/** Those who look after the members of an organisation. */
export const staff = ({ role }: MyOrganisation): boolean => role === "admin" || role === "manager";

/** Those who look at the experiences put before an organisation. */
export const judges = ({ role }: MyOrganisation): boolean => role === "admin";

/** Those who read what an organisation teaches. */
export const teaches = ({ role }: MyOrganisation): boolean => role !== "trainee";

/** Those who take part in sessions. */
export const takesPart = ({ role }: MyOrganisation): boolean => role === "trainee";

/** Those who write it, while the organisation works. */
export const writesTrainings = (mine: MyOrganisation): boolean =>
  staff(mine) && mine.status === "active";

/** The pages of an organisation about these things. */
const ofOrganisation = (parts: string): RegExp =>
  new RegExp(`^/organisations/[^/]+/(${parts})(/|$)`);

export function destinations({ me, organisations, company }: Standing): Destination[] {
  const found: Destination[] = [];
  if (company) {
    found.push({
      to: paths.search,
      key: "search",
      icon: "search",
      holds: /^\/recrutement\/profils(\/|$)/,
    });
    found.push({ to: paths.candidateLists, key: "candidateLists", icon: "users" });
    found.push({ to: paths.sentOffers, key: "sentOffers", icon: "send" });
    found.push({
      to: paths.companyQuizzes,
      key: "companyQuizzes",
      icon: "help",
      holds: /^\/recrutement\/questions(\/|$)/,
    });
  }
  found.push({
    to: paths.skills,
    key: "skills",
    icon: "list",
    holds: /^\/mes-(experiences|exports)(\/|$)/,
  });
  found.push({
    to: paths.visibility,
    key: "visibility",
    icon: "eye",
    holds: /^\/mes-donnees(\/|$)/,
  });
  // Those who recruit come to their own offers from the menu of their account.
  if (!company) {
    found.push({
      to: paths.myOffers,
      key: "offers",
      icon: "briefcase",
      holds: /^\/mes-coordonnees(\/|$)/,
    });
  }
  if (organisations.some(teaches)) {
    found.push({ to: paths.trainingsStart, key: "trainings", icon: "cap" });
  }
  if (organisations.some(teaches)) {
    found.push({
      to: paths.quizzesStart,
      key: "quizzes",
      icon: "help",
      holds: ofOrganisation("quiz|questions"),
    });
  }
  if (organisations.length > 0) {
    found.push({
      to: paths.sessionsStart,
      key: "sessions",
      icon: "users",
      holds: new RegExp(`${ofOrganisation("sessions").source}|^/mes-sessions(/|$)`),
    });
    found.push({ to: paths.calendar, key: "calendar", icon: "calendar" });
  }
  if (organisations.some(teaches)) {
    found.push({
      to: paths.validationsStart,
      key: "validations",
      icon: "seal",
      holds: ofOrganisation("validations|personnes"),
    });
  }
  if (organisations.some(staff)) {
    found.push({
      to: paths.reviewsStart,
      key: "experiences",
      icon: "shield",
      holds: ofOrganisation("experiences"),
    });
  }
  // Whoever only has a passport is invited to quizzes, too: by companies.
  const personal = organisations.length === 0 && !company && !me.platform_admin;
  if (personal || organisations.some(takesPart)) {
    found.push({ to: paths.myQuizzes, key: "myQuizzes", icon: "check" });
  }
  if (organisations.some(takesPart)) {
    found.push({ to: paths.myRecords, key: "records", icon: "pencil" });
  }
  found.push({ to: paths.rooms, key: "rooms", icon: "mail" });
  if (organisations.some(staff)) {
    found.push({ to: paths.organisation, key: "organisation", icon: "book" });
  }
  if (organisations.length > 0 || company || me.platform_admin) {
    found.push({ to: paths.reference, key: "reference", icon: "tree" });
  }
  found.push({ to: paths.company, key: company ? "company" : "recruit", icon: "building" });
  if (me.platform_admin) found.push({ to: paths.admin, key: "admin", icon: "shield" });
  return found;
}

export function landing({ me, organisations, company }: Standing): Path {
  if (me.platform_admin) return paths.admin;
  if (company) return company.status === "granted" ? paths.search : paths.company;
  if (recruiting()) return paths.company;
  if (organisations.some(staff)) return paths.organisation;
  return paths.skills;
}

const JOURNEY = "carnet-parcours";

/** Remembers on this device what somebody registers for; it only decides where they land. */
export function rememberJourney(recruiter: boolean): void {
  if (recruiter) localStorage.setItem(JOURNEY, "recruteur");
  else localStorage.removeItem(JOURNEY);
}

const recruiting = (): boolean => localStorage.getItem(JOURNEY) === "recruteur";
