import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/reference";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

export function SheetSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack maw={1120} mx="auto" role="img" aria-label={t("state.loading")}>
      <Skeleton height={36} width="55%" />
      <Skeleton height={180} radius="lg" />
      <Skeleton height={320} radius="lg" />
    </Stack>
  );
}

export function SheetFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" py="xl">
      <div>
        <PageTitle title={t("failure.title")} />
      </div>
      <ProblemNotice error={error} onRetry={onRetry} />
    </Stack>
  );
}

/** The catalogue has nothing at this code: what a code looks like, and the way to look for it. */
export function UnknownEntry({ title, lead }: { title: string; lead: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" py="xl">
      <div>
        <PageTitle title={title} lead={lead} />
      </div>
      <Group>
        <Button component={Link} to={paths.reference}>
          {t("reference.toSearch")}
        </Button>
      </Group>
    </Stack>
  );
}
