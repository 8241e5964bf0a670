import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ScanResult } from "@/features/records/ScanResult";
import { useTranslation } from "@/i18n/ownRecords";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

const route = getRouteApi("/guarded/emargement");

/** Where the QR of a room leads: presence is noted for its slot, and for no other. */
export function ScanPage() {
  const { t } = useTranslation();
  const { creneau, code, sortie } = route.useSearch();
  const home = (
    <ButtonLink to={paths.myRecords} variant="default">
      {t("scan.toRecords")}
    </ButtonLink>
  );
  return (
    <Stack gap="lg" maw={560} mx="auto">
      <div>
        <PageTitle title={t("scan.title")} />
      </div>
      {creneau && code ? (
        <ScanResult
          key={`${creneau} ${sortie}`}
          slot={creneau}
          code={code}
          leaves={sortie !== undefined}
          home={home}
        />
      ) : (
        <>
          <Notice tone="error" title={t("scan.incomplete")}>
            {t("scan.incompleteHelp")}
          </Notice>
          <div>{home}</div>
        </>
      )}
    </Stack>
  );
}
