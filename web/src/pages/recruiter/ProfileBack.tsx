import { listSearch } from "@/features/lists/search";
import { boardSearch } from "@/features/offers/sent/search";
import { type SearchParams, searchParams } from "@/features/profiles";
import type { ProfileSearch } from "@/features/profiles/opened/search";
import { useTranslation } from "@/i18n/openedProfile";
import { paths } from "@/lib/paths";
import { readQuery } from "@/lib/query";
import { BackLink } from "@/ui/BackLink";

/** The search somebody was found by; an empty one where there was none, or it makes no sense. */
export function searchOf({ recherche }: ProfileSearch): SearchParams {
  const read = searchParams.safeParse(readQuery(recherche ?? ""));
  return read.success ? read.data : {};
}

/** The way back to where a profile was opened from, as it was left. */
export function ProfileBack({ from }: { from: ProfileSearch }) {
  const { t } = useTranslation();
  const { liste, nouveaux, offre } = from;
  if (liste) {
    return (
      <BackLink to={paths.candidateList} params={{ list: liste }} search={listSearch.parse(from)}>
        {t("openedProfile.back.list")}
      </BackLink>
    );
  }
  if (nouveaux) {
    return (
      <BackLink to={paths.newMatches} params={{ search: nouveaux }}>
        {t("openedProfile.back.newMatches")}
      </BackLink>
    );
  }
  if (offre) {
    return (
      <BackLink to={paths.sentOffer} params={{ offer: offre }} search={boardSearch.parse(from)}>
        {t("openedProfile.back.offer")}
      </BackLink>
    );
  }
  return (
    <BackLink to={paths.search} search={searchOf(from)}>
      {t(from.recherche ? "openedProfile.back.search" : "openedProfile.toSearch")}
    </BackLink>
  );
}
