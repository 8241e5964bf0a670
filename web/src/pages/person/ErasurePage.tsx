import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/features/identity";
import { ErasurePanel } from "@/features/privacy/ErasurePanel";
import { useTranslation } from "@/i18n/leaving";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { PageTitle } from "@/ui/PageTitle";
import { DataNav } from "./DataNav";

/** Leaves Carnet, with fourteen days to change one's mind. */
export function ErasurePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("erasing.title")} lead={t("erasing.lead")} />
      </div>
      <DataNav />
      {me ? (
        <ErasurePanel
          hasTotp={me.totp_enabled}
          copyLink={<Link to={paths.myDataDownload}>{t("erasing.toCopy")}</Link>}
          organisationLink={
            <ButtonLink to={paths.organisation} variant="default" size="sm">
              {t("erasing.toOrganisation")}
            </ButtonLink>
          }
        />
      ) : null}
    </Stack>
  );
}
