// How a profile is called, also where names are withheld.

interface Shown {
  profile_id: string;
  first_name?: string | null | undefined;
  last_name?: string | null | undefined;
}

/** The whole name; null where it is withheld. */
export function nameOf({ first_name: first, last_name: last }: Shown): string | null {
  const parts = [first, last].filter((part) => part);
  return parts.length === 0 ? null : parts.join(" ");
}

/** Few signs of its public id, by which colleagues can tell one profile without a name from another. */
export const referenceOf = ({ profile_id: id }: Shown): string =>
  id.replaceAll("-", "").slice(0, 4).toUpperCase();
