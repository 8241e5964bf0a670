// An offer as its form holds it, and the way to and from what the server keeps.
import { ApiProblem, type FieldProblem } from "@/api/problem";
import type { FileCard, SearchCriteria } from "@/api/types";
import { addDays, type Day } from "@/lib/days";
import { parseDuration } from "@/lib/duration";
import { formatDuration } from "@/lib/format";
import { isDay } from "@/lib/isDay";
import type { Offer, OfferContract, OfferDraft, OfferPay } from "../shared/types";

export const LIMITS = {
  title: 120,
  message: 4_000,
  line: 200,
  shortestWeek: 30,
  longestWeek: 3_600,
  /** Days ahead that an offer can be answered. */
  replyDays: 90,
  /** Bytes of its document. */
  file: 5 * 2 ** 20,
} as const;

export interface DraftValues extends Record<string, unknown> {
  title: string;
  job: { code: string; label: string } | null;
  message: string;
  contract: OfferContract | "";
  place: string;
  /** As people type it: “35 h”. */
  weekly_minutes: string;
  schedule: string;
  /** In euros, as people type them: “12,50”. */
  pay: string;
  pay_max: string;
  pay_per: OfferPay["per"];
  starts_on: string;
  reply_by: string;
  file_id: FileCard | null;
  quiz_id: string;
  search: SearchCriteria | null;
}

export const EMPTY: DraftValues = {
  title: "",
  job: null,
  message: "",
  contract: "",
  place: "",
  weekly_minutes: "",
  schedule: "",
  pay: "",
  pay_max: "",
  pay_per: "month",
  starts_on: "",
  reply_by: "",
  file_id: null,
  quiz_id: "",
  search: null,
};

const euros = (cents: number | null | undefined): string =>
  cents ? (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",") : "";

export const valuesOf = (offer: Offer): DraftValues => ({
  title: offer.title,
  job: offer.job ?? null,
  message: offer.message ?? "",
  contract: offer.contract ?? "",
  place: offer.place ?? "",
  weekly_minutes: offer.weekly_minutes ? formatDuration(offer.weekly_minutes) : "",
  schedule: offer.schedule ?? "",
  pay: euros(offer.pay?.min),
  pay_max: euros(offer.pay?.max),
  pay_per: offer.pay?.per ?? "month",
  starts_on: offer.starts_on ?? "",
  reply_by: offer.reply_by ?? "",
  file_id: offer.file ?? null,
  quiz_id: offer.quiz?.title ? offer.quiz.id : "",
  search: offer.search ?? null,
});

/** Another offer as a model: its words and conditions, without its people, its days, its document and its search. */
export function modelOf(offer: Offer, today: Day): DraftValues {
  const { starts_on: start } = offer;
  return {
    ...valuesOf(offer),
    starts_on: start && start >= today ? start : "",
    reply_by: "",
    file_id: null,
    search: null,
  };
}

/** “2 000”, “12,50”, “12.5 €” in cents; null when it is no amount. */
export function parseEuros(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f€]/gu, "").replace(",", ".");
  if (!/^\d{1,7}(?:\.\d{1,2})?$/.test(text)) return null;
  return Math.round(Number(text) * 100);
}

const text = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

export function bodyOf(values: DraftValues): OfferDraft {
  const min = parseEuros(values.pay);
  return {
    title: values.title.trim(),
    job: values.job?.code ?? null,
    message: text(values.message),
    contract: values.contract === "" ? null : values.contract,
    place: text(values.place),
    weekly_minutes: parseDuration(values.weekly_minutes),
    schedule: text(values.schedule),
    pay: min === null ? null : { min, max: parseEuros(values.pay_max), per: values.pay_per },
    starts_on: text(values.starts_on),
    reply_by: text(values.reply_by),
    file_id: values.file_id?.id ?? null,
    quiz_id: text(values.quiz_id),
    search: values.search,
  };
}

export type DraftFault =
  | "title"
  | "week"
  | "weekRange"
  | "amount"
  | "range"
  | "noMinimum"
  | "past"
  | "replyRange";

/** What can be told before anything is sent, by field. */
export function faultsOf(values: DraftValues, today: Day): Partial<Record<string, DraftFault>> {
  const faults: Partial<Record<string, DraftFault>> = {};
  const { weekly_minutes: week, pay, pay_max: most, starts_on: start, reply_by: end } = values;
  if (values.title.trim() === "") faults.title = "title";
  const minutes = parseDuration(week);
  if (week.trim() !== "" && minutes === null) faults.weekly_minutes = "week";
  else if (minutes !== null && (minutes < LIMITS.shortestWeek || minutes > LIMITS.longestWeek)) {
    faults.weekly_minutes = "weekRange";
  }
  const [low, high] = [parseEuros(pay), parseEuros(most)];
  if (pay.trim() !== "" && !low) faults.pay = "amount";
  if (most.trim() !== "") {
    if (!high) faults.pay_max = "amount";
    else if (pay.trim() === "") faults.pay = "noMinimum";
    else if (low && high < low) faults.pay_max = "range";
  }
  if (start !== "" && (!isDay(start) || start < today)) faults.starts_on = "past";
  const last = addDays(today, LIMITS.replyDays);
  if (end !== "" && (!isDay(end) || end <= today || end > last)) faults.reply_by = "replyRange";
  return faults;
}

/** A new offer is refused below `/offer`: its faults stand at the same fields as those of a draft. */
export function atFields(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const errors: FieldProblem[] = error.errors.map((one) => ({
    ...one,
    pointer: one.pointer.replace(/^\/offer(?=\/)/, "").replace(/^\/pay\/.*/, "/pay"),
  }));
  return new ApiProblem(
    error.status,
    {
      title: error.message,
      code: error.code,
      errors,
      current: error.current,
      ...(error.detail ? { detail: error.detail } : {}),
      ...(error.requestId ? { request_id: error.requestId } : {}),
      ...(error.currentState ? { current_state: error.currentState } : {}),
    },
    error.retryAfter,
  );
}

/** What keeps a draft from being sent; its days are looked at when it is. */
export type Lack = "job" | "message" | "contract" | "place" | "recipients";

export function lacksOf(offer: Offer): Lack[] {
  const { job, message, contract, place, counts } = offer;
  const found: [Lack, boolean][] = [
    ["job", !job],
    ["message", !message],
    ["contract", !contract],
    ["place", !place],
    ["recipients", !counts.draft],
  ];
  return found.filter(([, lacks]) => lacks).map(([lack]) => lack);
}
