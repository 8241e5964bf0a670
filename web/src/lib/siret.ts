// SIREN and SIRET numbers as people type them: format and checksum, the same rules as the server.

const LA_POSTE = "356000000";

export type NumberFault = "empty" | "characters" | "too_short" | "too_long" | "checksum";

/** Keeps what people put between the digits out of the way: spaces of any kind, dots, hyphens. */
export function compact(input: string): string {
  return input.replace(/[\s\u00a0\u202f.\-_]/g, "");
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

function sum(digits: string): number {
  return [...digits].reduce((total, digit) => total + Number(digit), 0);
}

function shape(input: string, length: number): NumberFault | null {
  const value = compact(input);
  if (value === "") return "empty";
  if (!/^[0-9]+$/.test(value)) return "characters";
  if (value.length < length) return "too_short";
  if (value.length > length) return "too_long";
  // Zeros pass every checksum and number nobody.
  return /^0+$/.test(value) ? "checksum" : null;
}

export function sirenFault(input: string): NumberFault | null {
  return shape(input, 9) ?? (luhn(compact(input)) ? null : "checksum");
}

/**
 * La Poste numbers its post offices outside the Luhn rule: their digits add up to a multiple of
 * five. Its head office follows the ordinary rule.
 */
export function siretFault(input: string): NumberFault | null {
  const fault = shape(input, 14);
  if (fault) return fault;
  const value = compact(input);
  if (luhn(value) && luhn(value.slice(0, 9))) return null;
  return value.startsWith(LA_POSTE) && sum(value) % 5 === 0 ? null : "checksum";
}

/** What is wrong with the number of a company, given as a SIREN or as the SIRET of one of its establishments. */
export function companyFault(
  input: string,
): { of: "siren" | "siret"; fault: NumberFault } | { of: "length" } | null {
  const { length } = compact(input);
  const of = length <= 9 ? "siren" : "siret";
  const fault = of === "siren" ? sirenFault(input) : siretFault(input);
  if (fault === null) return null;
  const between = of === "siret" && (fault === "too_short" || fault === "too_long");
  return between ? { of: "length" } : { of, fault };
}

/** The company of a SIREN or of a SIRET. */
export const sirenOf = (input: string): string => compact(input).slice(0, 9);

const NARROW_SPACE = "\u202f";

/** 73282932000074 → 732 829 320 00074 */
export function formatSiret(siret: string): string {
  return siret.replace(
    /^(\d{3})(\d{3})(\d{3})(\d{5})$/,
    ["$1", "$2", "$3", "$4"].join(NARROW_SPACE),
  );
}

/** 84691234567 → 84 69 12345 67 */
export function formatNda(nda: string): string {
  return nda.replace(/^(\d{2})(\d{2})(\d{5})(\d{2})$/, ["$1", "$2", "$3", "$4"].join(NARROW_SPACE));
}

/** A number of declaration of activity has eleven digits, and no checksum. */
export const isNda = (input: string): boolean => /^[0-9]{11}$/.test(compact(input));

export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, ["$1", "$2", "$3"].join(NARROW_SPACE));
}
