// What a notice says, and where it leads: its kind, and the names and titles it came with.
import type { Translate } from "@/i18n/notifications";
import { formatList, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Told } from "./queries";

export interface Line {
  /** The sentence. */
  said: string;
  /** What it is about, where it came with a name. */
  about: string | null;
  /** The address of the page where it is dealt with. */
  to: string;
  /** What that page shows of it. */
  search?: Record<string, string>;
}

/** An address with its parts filled in. */
const at = (path: string, parts: Record<string, string> = {}): string =>
  path.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ""));

class Facts {
  readonly #facts: Record<string, unknown>;

  constructor(facts: unknown) {
    this.#facts = (facts ?? {}) as Record<string, unknown>;
  }

  text(name: string): string {
    const value = this.#facts[name];
    return typeof value === "string" ? value : "";
  }

  count(name: string): number {
    const value = this.#facts[name];
    return typeof value === "number" ? value : 0;
  }

  is(name: string): boolean {
    return this.#facts[name] === true;
  }

  /** One of these words; the first when it is another one. */
  one<W extends string>(name: string, words: readonly [W, ...W[]]): W {
    return words.find((word) => word === this.#facts[name]) ?? words[0];
  }

  /** Those of these words that it names. */
  some<W extends string>(name: string, words: readonly W[]): W[] {
    const named = this.#facts[name];
    return Array.isArray(named) ? words.filter((word) => named.includes(word)) : [];
  }
}

type Teller = (t: Translate, facts: Facts, told: Told) => Line;

const joined = (...parts: string[]): string | null =>
  parts.filter((part) => part !== "").join(" · ") || null;
const quoted = (title: string): string => (title === "" ? "" : `«\u00a0${title}\u00a0»`);

/** To the person: of an offer, by its title and the company's name. */
const ofOffer =
  (say: (t: Translate, facts: Facts) => string): Teller =>
  (t, facts, { subject }) => ({
    said: say(t, facts),
    about: joined(quoted(facts.text("title")), facts.text("company")),
    to: at(paths.myOffer, { offer: subject }),
  });

/** To the person: of an invitation to a quiz. */
const ofInvitation =
  (say: (t: Translate) => string): Teller =>
  (t, facts, { subject }) => ({
    said: say(t),
    about: joined(quoted(facts.text("quiz")), facts.text("company")),
    to: at(paths.myQuizInvitation, { invitation: subject }),
  });

/** Of a room, which is where it leads; its receipts, once it is gone. */
const ofRoom =
  (say: (t: Translate, facts: Facts) => string): Teller =>
  (t, facts) => {
    const room = facts.text("room");
    return {
      said: say(t, facts),
      about: joined(facts.text("name"), facts.text("about") || quoted(facts.text("title"))),
      to: room ? at(paths.room, { room }) : paths.roomReceipts,
    };
  };

/** To those who moderate: of a message of a room of a session; of a private one, to the platform's staff. */
const ofModeration =
  (
    say: (t: Translate) => string,
    searchIn: (told: Told, isPrivate: boolean) => Record<string, string>,
  ): Teller =>
  (t, facts, told) => {
    const room = facts.text("room");
    return {
      said: say(t),
      about: joined(facts.text("name"), facts.text("about")),
      to: room ? at(paths.roomModeration, { room }) : paths.adminReports,
      search: searchIn(told, room === ""),
    };
  };

/** To a recruiter: of what a person shares with them. */
const ofShare =
  (say: (t: Translate, facts: Facts) => string): Teller =>
  (t, facts) => {
    const items = facts.some("items", ["phone", "email", "cv", "proof", "passport"] as const);
    return {
      said: say(t, facts),
      about: joined(
        quoted(facts.text("offer")),
        formatList(items.map((item) => t(`told.items.${item}`))),
      ),
      to: paths.sentOffers,
    };
  };

const ofAccount =
  (to: string, say: (t: Translate, facts: Facts) => string): Teller =>
  (t, facts) => ({ said: say(t, facts), about: joined(facts.text("company")), to });

const ANSWERS = ["accepted", "refused", "undone"] as const;
const CLOSERS = ["offer", "person", "company", "moderation"] as const;
const PAUSES = ["suspended", "left", "over"] as const;
const DECISIONS = ["retained", "removed", "warned", "silenced", "expelled", "lapsed"] as const;

const TELLERS: Record<Told["kind"], Teller> = {
  "offer.received": ofOffer((t) => t("told.kinds.offer_received")),
  "offer.ending": ofOffer((t) => t("told.kinds.offer_ending")),
  "offer.expired": ofOffer((t) => t("told.kinds.offer_expired")),
  "offer.withdrawn": ofOffer((t) => t("told.kinds.offer_withdrawn")),
  "offer.reminder": ofOffer((t) => t("told.kinds.offer_reminder")),
  "offer.paused": ofOffer((t, facts) =>
    t(facts.is("paused") ? "told.kinds.offer_paused" : "told.kinds.offer_resumed"),
  ),
  "offer.answered": (t, facts) => ({
    said: t(`told.answered.${facts.one("answer", ANSWERS)}`, {
      name: `${facts.text("first_name")} ${facts.text("last_name")}`.trim() || t("told.somebody"),
    }),
    about: joined(quoted(facts.text("title"))),
    to: at(paths.sentOffer, { offer: facts.text("offer_id") }),
  }),
  "offer.expired_unanswered": (t, facts, { subject }) => ({
    said: t("told.unanswered", { count: facts.count("people") }),
    about: joined(quoted(facts.text("title"))),
    to: at(paths.sentOffer, { offer: subject }),
  }),
  "share.ended": ofShare((t) => t("told.kinds.share_ended")),
  "share.given": ofShare((t) => t("told.kinds.share_given")),
  "room.message": ofRoom((t) => t("told.kinds.room_message")),
  "room.mention": ofRoom((t, facts) =>
    facts.text("author")
      ? t("told.mentionBy", { name: facts.text("author") })
      : t("told.kinds.room_mention"),
  ),
  "room.ending": ofRoom((t, facts) => t("told.roomEnding", { count: facts.count("days") })),
  "room.closed": ofRoom((t, facts) =>
    facts.text("why") === "deleted"
      ? t("told.roomDeleted")
      : t(`told.roomClosed.${facts.one("by", CLOSERS)}`),
  ),
  "room.paused": ofRoom((t, facts) => t(`told.roomPaused.${facts.one("why", PAUSES)}`)),
  "room.held": ofRoom((t) => t("told.kinds.room_held")),
  "room.message_refused": ofRoom((t, facts) =>
    facts.text("reason")
      ? t("told.refusedBecause", { reason: facts.text("reason") })
      : t("told.kinds.room_message_refused"),
  ),
  "room.message_waiting": ofModeration(
    (t) => t("told.kinds.room_message_waiting"),
    () => ({}),
  ),
  "room.report_decided": ofRoom((t, facts) => {
    const decision = facts.one("decision", DECISIONS);
    if (facts.text("as") !== "author") return t(`told.decidedOnReport.${decision}`);
    // Removed without a report, it comes with why.
    return facts.text("reason")
      ? t("told.removedBecause", { reason: facts.text("reason") })
      : t(`told.decidedOnYours.${decision}`);
  }),
  "room.reported": ofModeration(
    (t) => t("told.kinds.room_reported"),
    ({ subject }, isPrivate) => ({
      ...(isPrivate ? {} : { vue: "signalements" }),
      signalement: subject,
    }),
  ),
  "quiz.invited": ofInvitation((t) => t("told.kinds.quiz_invited")),
  "quiz.published": ofInvitation((t) => t("told.kinds.quiz_published")),
  "quiz.result_changed": ofInvitation((t) => t("told.kinds.quiz_result_changed")),
  "quiz.handed_in": (t, facts, { subject }) => ({
    said: t("told.kinds.quiz_handed_in"),
    about: joined(quoted(facts.text("quiz"))),
    to: at(paths.companyQuizResults, { quiz: subject }),
  }),
  "search.matches": (t, facts) => ({
    said: t("told.matches", { count: facts.count("count") }),
    about: null,
    to: paths.savedSearches,
  }),
  "list.shared": (t, facts, { subject }) => {
    const isList = facts.text("what") === "list";
    return {
      said: t(isList ? "told.listShared" : "told.searchShared"),
      about: joined(quoted(facts.text("name"))),
      to: isList ? at(paths.candidateList, { list: subject }) : paths.savedSearches,
    };
  },
  "company.members_to_confirm": ofAccount(paths.companyMembers, (t, facts) =>
    facts.text("before")
      ? t("told.membersBefore", { date: formatMoment(facts.text("before")) })
      : t("told.kinds.company_members_to_confirm"),
  ),
  "company.role_changed": ofAccount(paths.companyMembers, (t, facts) =>
    t(`told.role.${facts.one("role", ["member", "admin"])}`),
  ),
  "account.erasure_planned": ofAccount(paths.erasure, (t, facts) =>
    facts.text("erase_at")
      ? t("told.erasureOn", { date: formatMoment(facts.text("erase_at")) })
      : t("told.kinds.account_erasure_planned"),
  ),
  "account.inactive": ofAccount(paths.erasure, (t) => t("told.kinds.account_inactive")),
  "account.data_ready": ofAccount(paths.myDataDownload, (t) => t("told.kinds.account_data_ready")),
  "account.data_read": ofAccount(paths.myDataReadings, (t) => t("told.kinds.account_data_read")),
  "account.viewer_suspended": ofAccount(paths.myDataReadings, (t) =>
    t("told.kinds.account_viewer_suspended"),
  ),
  "account.recruiter_suspended": ofAccount(paths.admin, (t) =>
    t("told.kinds.account_recruiter_suspended"),
  ),
};

/** What a notice says and where it leads. */
export const lineOf = (t: Translate, told: Told): Line =>
  TELLERS[told.kind](t, new Facts(told.facts), told);
