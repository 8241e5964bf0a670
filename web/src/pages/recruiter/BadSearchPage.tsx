import { Button, Group, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/search";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";

/** The address of a search that cannot be read: nothing is guessed, a fresh search is one press away. */
export function BadSearchPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" py="xl">
      <div>
        <PageTitle title={t("badSearch.title")} lead={t("badSearch.lead")} />
      </div>
      <Group>
        <Button component={Link} to={paths.search}>
          {t("badSearch.restart")}
        </Button>
      </Group>
    </Stack>
  );
}
