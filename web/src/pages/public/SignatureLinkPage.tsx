import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { LinkSigning } from "@/features/records/LinkSigning";
import { useTranslation } from "@/i18n/ownRecords";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

const route = getRouteApi("/emargement/lien");

/** Where the mail to somebody without an account leads: they sign one slot, and nothing else is there. */
export function SignatureLinkPage() {
  const { t } = useTranslation();
  const { jeton } = route.useSearch();
  return (
    <Stack gap="lg" maw={680} mx="auto">
      <div>
        <PageTitle title={t("link.title")} lead={t("link.lead")} />
      </div>
      {jeton ? (
        <LinkSigning token={jeton} />
      ) : (
        <Notice tone="error" title={t("link.unknown")}>
          {t("link.unknownHelp")}
        </Notice>
      )}
    </Stack>
  );
}
