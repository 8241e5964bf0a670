import { Center, Loader, Stack } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "@/i18n";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

export function Pending() {
  const { t } = useTranslation();
  return (
    <Center mih="40vh" role="status" aria-label={t("state.loading")}>
      <Loader />
    </Center>
  );
}

/** A page that could not be opened: what happened, and another try. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack gap="lg" py="xl">
      <PageTitle title={t("failure.title")} />
      <ProblemNotice error={error} onRetry={retry} />
    </Stack>
  );
}
