import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { NewMatches, savedSearchQuery } from "@/features/profiles/saved";
import { useTranslation } from "@/i18n/saved";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { AccessRefused } from "./AccessRefused";
import { ProfileLink } from "./ProfileLink";
import { ProfileTools } from "./ProfileTools";
import { SavedListLink } from "./SearchActions";

const route = getRouteApi("/guarded/recherche/enregistrees/$search/nouveaux");

/** Those who match a saved search and did not before. */
export function NewMatchesPage() {
  const { t } = useTranslation();
  const { search: id } = route.useParams();
  const name = useQuery(savedSearchQuery(id)).data?.name;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.savedSearches}>{t("newMatches.back")}</BackLink>
        <PageTitle
          title={t("newMatches.title")}
          lead={name ? t("newMatches.lead", { name }) : undefined}
        />
      </div>
      <NewMatches
        id={id}
        linkOf={(profile, called) => (
          <ProfileLink profile={profile.profile_id} from={{ nouveaux: id }}>
            {called}
          </ProfileLink>
        )}
        toolsOf={(profile) => <ProfileTools profile={profile} />}
        listLink={<SavedListLink />}
        refused={(code) => <AccessRefused code={code} />}
      />
    </Stack>
  );
}
