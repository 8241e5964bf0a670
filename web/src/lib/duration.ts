// How long a course takes, as people type it.
const CLOCK = /^(\d{1,5})\s*(?:h|:|heures?)\s*(\d{1,2})?(?:\s*(?:min|mn|m))?$/iu;
const MINUTES = /^(\d{1,6})\s*(?:min|mn|minutes?)$/iu;
const HOURS = /^(\d{1,5})(?:[.,](\d{1,2}))?(?:\s*(?:h|heures?))?$/iu;

/** “3,5”, “3 h 30”, “3:30”, “45 min” in minutes; null when it is none of these. */
export function parseDuration(typed: string): number | null {
  const text = typed.replace(/[\u00a0\u202f]/gu, " ").trim();
  const decimal = HOURS.exec(text);
  if (decimal) return Math.round(Number(`${decimal[1]}.${decimal[2] ?? 0}`) * 60);
  const minutes = MINUTES.exec(text);
  if (minutes) return Number(minutes[1]);
  const clock = CLOCK.exec(text);
  const rest = Number(clock?.[2] ?? 0);
  return clock && rest < 60 ? Number(clock[1]) * 60 + rest : null;
}
