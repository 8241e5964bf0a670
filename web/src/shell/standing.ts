// Who is logged in and what they are: the account, its organisations, its company.
import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { Company, Me, MyOrganisation } from "@/api/types";
import { myCompanyQuery } from "@/features/companies";
import { meQuery, useMe } from "@/features/identity";
import { myOrganisationsQuery } from "@/features/orgs";

export interface Standing {
  me: Me;
  organisations: MyOrganisation[];
  company: Company | null;
}

export async function loadStanding(cache: QueryClient): Promise<Standing> {
  const [me, organisations, company] = await Promise.all([
    cache.ensureQueryData(meQuery),
    cache.ensureQueryData(myOrganisationsQuery),
    cache.ensureQueryData(myCompanyQuery),
  ]);
  return { me, organisations: organisations.items, company };
}

/** Undefined while nobody is logged in or while it loads. */
export function useStanding(): Standing | undefined {
  const me = useMe();
  const enabled = me !== undefined;
  const organisations = useQuery({ ...myOrganisationsQuery, enabled }).data;
  const company = useQuery({ ...myCompanyQuery, enabled }).data;
  if (!me || !organisations || company === undefined) return undefined;
  return { me, organisations: organisations.items, company };
}
