// How a certification of France compétences stands today.

export type Standing = "active" | "inactive" | "over";

interface Registered {
  active: boolean;
  ends_on?: string | null;
}

/** Active, or why not: said so by the publisher, or registered until a day that is over. */
export function standingOf({ active, ends_on: last }: Registered, today: string): Standing {
  if (!active) return "inactive";
  return last && last < today ? "over" : "active";
}
