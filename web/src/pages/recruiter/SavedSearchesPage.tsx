import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { paramsFromState } from "@/features/profiles";
import { stateFromBody } from "@/features/profiles/request";
import { SavedSearchList } from "@/features/profiles/saved";
import { useTranslation } from "@/i18n/saved";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { AccessRefused } from "./AccessRefused";

/** The searches a recruiter keeps, each one press away from its profiles. */
export function SavedSearchesPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("saved.title")} lead={t("saved.lead")} />
      </div>
      <div>
        <Button
          component={Link}
          to={paths.search}
          variant="subtle"
          size="compact-sm"
          ml={-8}
          leftSection={<Icon name="chevronLeft" size={16} />}
        >
          {t("saved.back")}
        </Button>
      </div>
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
        searchLink={
          <Button component={Link} to={paths.search} size="sm">
            {t("saved.toSearch")}
          </Button>
        }
        refused={(code) => <AccessRefused code={code} />}
      />
    </Stack>
  );
}
