// Telephone numbers as people read them; they are kept as E.164 writes them.

const GAP = "\u00a0";

/** `+33612345678` → `06 12 34 56 78`; a number of another country keeps its code: `+32 470123456` is left as it is. */
export function formatPhone(number: string): string {
  const french = /^\+33(\d{9})$/.exec(number)?.[1];
  return french ? `0${french}`.replace(/(\d{2})(?=\d)/g, `$1${GAP}`) : number;
}
