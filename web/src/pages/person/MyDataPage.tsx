import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { myOrganisationsQuery } from "@/features/orgs";
import { Companies } from "@/features/privacy/Companies";
import { Dealings } from "@/features/privacy/Dealings";
import { LinksAndFiles } from "@/features/privacy/LinksAndFiles";
import { Now } from "@/features/privacy/Now";
import { Organisations } from "@/features/privacy/Organisations";
import { Shares } from "@/features/privacy/Shares";
import { useTranslation } from "@/i18n/myData";
import { PageTitle } from "@/ui/PageTitle";
import { DataNav } from "./DataNav";

/** What is visible of oneself, to whom, and the way to take each of it back. */
export function MyDataPage() {
  const { t } = useTranslation();
  const organisations = useQuery(myOrganisationsQuery).data?.items ?? [];
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("myData.title")} lead={t("myData.lead")} />
      </div>
      <DataNav />
      <Now />
      <Shares />
      <LinksAndFiles />
      <Dealings />
      <Companies />
      <Organisations organisations={organisations} />
    </Stack>
  );
}
