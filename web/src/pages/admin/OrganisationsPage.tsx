import { Title } from "@mantine/core";
import { CreateOrganisation, Organisations } from "@/features/orgs";
import { useTranslation } from "@/i18n/admin";
import { AdminLayout } from "./AdminLayout";

export function OrganisationsPage() {
  const { t } = useTranslation();
  return (
    <AdminLayout title={t("organisations.title")}>
      <CreateOrganisation />
      <Title order={2}>{t("organisations.list")}</Title>
      <Organisations />
    </AdminLayout>
  );
}
