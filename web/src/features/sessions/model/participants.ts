// Participants as a page finds, writes and counts them.
import type {
  Enrolment,
  EnrolmentImport,
  ImportAction,
  NewParticipant,
  ParticipantBody,
} from "@/api/types";
import type { Day } from "@/lib/days";
import { folded } from "@/lib/matching";
import type { ParticipantFilter } from "../url";

/** Those in a state whose name, address, number or employer holds these words; called-off ones only when they are asked for. */
export function found(
  all: readonly Enrolment[],
  { words, status }: ParticipantFilter,
): Enrolment[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return all.filter((one) => {
    if (status ? one.status !== status : one.status === "cancelled") return false;
    const { first_name, last_name, email, reference, employer } = one;
    const text = folded([first_name, last_name, email, reference, employer].join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

export interface ParticipantValues extends Record<string, unknown> {
  first_name: string;
  last_name: string;
  email: string;
  reference: string;
  employer: string;
  starts_on: Day;
  ends_on: Day;
}

export const BLANK: ParticipantValues = {
  first_name: "",
  last_name: "",
  email: "",
  reference: "",
  employer: "",
  starts_on: "",
  ends_on: "",
};

export const participantOf = (one: Enrolment): ParticipantValues => ({
  first_name: one.first_name,
  last_name: one.last_name,
  email: one.email ?? "",
  reference: one.reference ?? "",
  employer: one.employer ?? "",
  starts_on: one.starts_on,
  ends_on: one.ends_on ?? "",
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const newParticipant = (values: ParticipantValues): NewParticipant => ({
  first_name: orNull(values.first_name),
  last_name: orNull(values.last_name),
  email: orNull(values.email),
  reference: orNull(values.reference),
  employer: orNull(values.employer),
  starts_on: orNull(values.starts_on),
  ends_on: orNull(values.ends_on),
});

export const participantBody = (values: ParticipantValues): ParticipantBody => ({
  first_name: values.first_name.trim(),
  last_name: values.last_name.trim(),
  email: orNull(values.email),
  reference: orNull(values.reference),
  employer: orNull(values.employer),
  starts_on: values.starts_on,
  ends_on: orNull(values.ends_on),
});

/** How many rows of a file become what, in the order they are told. */
export const countsOf = ({ counts }: Pick<EnrolmentImport, "counts">): [ImportAction, number][] => [
  ["error", counts.error],
  ["create", counts.create],
  ["match", counts.match],
  ["already", counts.already],
];

/** A column of a table as programs of tables name it: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}

/** An empty file with the headings that are recognised, as Excel opens it. */
export const template = (): string =>
  "\ufeffNom;Prénom;E-mail;Référence;Employeur;Date d’entrée;Date de sortie\r\n";
