// Apart from the other words about days, for addresses: every page loads what reads them.
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar: the 31st of June is none. */
export function isDay(text: string): boolean {
  if (!FORM.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
