import { RecruiterReviews } from "@/features/companies";
import { useTranslation } from "@/i18n/admin";
import { AdminLayout } from "./AdminLayout";

export function RecruitersPage() {
  const { t } = useTranslation();
  return (
    <AdminLayout title={t("reviews.title")}>
      <RecruiterReviews />
    </AdminLayout>
  );
}
