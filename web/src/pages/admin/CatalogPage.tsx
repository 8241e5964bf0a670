import { CatalogSyncPanel, ImportHistory } from "@/features/admin";
import { ReleasePanel } from "@/features/catalog";
import { useTranslation } from "@/i18n/admin";
import { AdminLayout } from "./AdminLayout";

export function CatalogPage() {
  const { t } = useTranslation();
  return (
    <AdminLayout title={t("admin.catalog")}>
      <CatalogSyncPanel />
      <ReleasePanel />
      <ImportHistory />
    </AdminLayout>
  );
}
