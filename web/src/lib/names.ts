interface Named {
  first_name: string;
  last_name: string;
}

/** How somebody is called in lists and sentences. */
export const fullName = ({ first_name: first, last_name: last }: Named): string =>
  `${first} ${last}`.trim();
