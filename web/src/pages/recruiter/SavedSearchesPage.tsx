import { Button, Group, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { LeaveSavedSearch, ShareSavedSearch } from "@/features/lists";
import { paramsFromState } from "@/features/profiles";
import { stateFromBody } from "@/features/profiles/request";
import { SavedSearchList, StopAlerts } from "@/features/profiles/saved";
import { useTranslation } from "@/i18n/saved";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { PageTitle } from "@/ui/PageTitle";
import { AccessRefused } from "./AccessRefused";
import { MembersLink } from "./MembersLink";
import { SearchNav } from "./SearchNav";

/** The searches a recruiter keeps, each one press away from its profiles. */
export function SavedSearchesPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("saved.title")} lead={t("saved.lead")} />
      </div>
      <SearchNav />
      <SavedSearchList
        openLink={(saved, label, spoken) => (
          <ButtonLink
            to={paths.search}
            search={paramsFromState(stateFromBody(saved.search, saved.id))}
            size="compact-md"
            aria-label={spoken}
          >
            {label}
          </ButtonLink>
        )}
        newLink={({ id }, label) => (
          <ButtonLink to={paths.newMatches} params={{ search: id }} size="compact-md">
            {label}
          </ButtonLink>
        )}
        sharing={(saved, onGone) =>
          saved.access === "owner" ? (
            <ShareSavedSearch saved={saved} membersLink={<MembersLink />} />
          ) : (
            <LeaveSavedSearch saved={saved} onGone={onGone} />
          )
        }
        searchLink={
          <Button component={Link} to={paths.search} size="sm">
            {t("saved.toSearch")}
          </Button>
        }
        refused={(code) => <AccessRefused code={code} />}
      />
      <Group>
        <StopAlerts />
      </Group>
    </Stack>
  );
}
