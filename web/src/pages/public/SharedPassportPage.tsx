import { Stack } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { secretIn } from "@/features/exports/check/number";
import { SharedPassport } from "@/features/exports/shared/SharedPassport";
import { useTranslation } from "@/i18n/sharedPassport";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

/** Where a link to a passport leads: read only, for whoever holds it. */
export function SharedPassportPage() {
  const { t } = useTranslation();
  const token = secretIn(useLocation().hash);
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("shared.title")} lead={t("shared.lead")} />
      </div>
      {token ? (
        <SharedPassport key={token} token={token} />
      ) : (
        <Notice tone="error" title={t("shared.unknown")}>
          {t("shared.incomplete")}
        </Notice>
      )}
    </Stack>
  );
}
