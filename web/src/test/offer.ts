// Offers as the server answers them, for tests.
import type { Answer, Item } from "@/api/bodies";

type Offer = Answer<"get_offer">;
type Recipient = Item<Answer<"list_offer_recipients">>;

export const offer = (rest: Partial<Offer> = {}): Offer => ({
  id: "01890000-0000-7000-8000-000000000001",
  status: "draft",
  version: 3,
  title: "Soudeuse ou soudeur",
  job: { code: "H2913", label: "Soudage manuel" },
  message: "Venez nous voir.",
  contract: "permanent",
  place: "Nantes",
  weekly_minutes: 2_100,
  schedule: null,
  pay: { min: 210_000, max: 240_050, per: "month" },
  starts_on: null,
  reply_by: null,
  file: null,
  quiz: null,
  search: null,
  warnings: [],
  author: "Camille Roux",
  is_mine: true,
  can_act: true,
  counts: { draft: 2 },
  skipped: 0,
  is_paused: false,
  sent_at: null,
  ends_at: null,
  created_at: "2026-03-03T08:00:00Z",
  updated_at: "2026-03-03T08:00:00Z",
  not_added: [],
  ...rest,
});

export const recipient = (rest: Partial<Recipient> = {}): Recipient => ({
  id: "11111111-1111-4111-8111-111111111111",
  profile_id: "21111111-1111-4111-8111-111111111111",
  first_name: "Léa",
  last_name: "Martin",
  state: "delivered",
  state_at: "2026-03-04T08:00:00Z",
  sent_at: "2026-03-03T08:00:00Z",
  answered_at: null,
  refusal_reason: null,
  remind_from: null,
  reminded_at: null,
  quiz: null,
  pool_until: null,
  is_anonymous: false,
  ...rest,
});
