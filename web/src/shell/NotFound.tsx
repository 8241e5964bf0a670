import { Button, Group, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" py="xl">
      <div>
        <PageTitle title={t("notFound.title")} lead={t("notFound.lead")} />
      </div>
      <Group>
        <Button component={Link} to={paths.home}>
          {t("notFound.home")}
        </Button>
      </Group>
    </Stack>
  );
}
