import { IndexPanel } from "@/features/admin";
import { useTranslation } from "@/i18n/admin";
import { AdminLayout } from "./AdminLayout";

export function IndexPage() {
  const { t } = useTranslation();
  return (
    <AdminLayout title={t("admin.index")}>
      <IndexPanel />
    </AdminLayout>
  );
}
