import { Link } from "@tanstack/react-router";
import type { SearchParams } from "@/features/profiles";
import type { ProfileSearch } from "@/features/profiles/opened/search";
import { paths } from "@/lib/paths";
import { writeQuery } from "@/lib/query";

interface Props {
  /** The public id. */
  profile: string;
  /** Where the way back leads. */
  from: ProfileSearch;
  children: string;
}

/** Opens somebody’s profile. */
export const ProfileLink = ({ profile, from, children }: Props) => (
  <Link to={paths.profile} params={{ profile }} search={from}>
    {children}
  </Link>
);

/** A search as the place one comes from: its whole address, with the page at hand. */
export function fromSearch(params: SearchParams): ProfileSearch {
  const recherche = writeQuery(params).slice(1);
  return recherche === "" ? {} : { recherche };
}
