import { RecruiterReviews } from "@/features/companies";
import { useTranslation } from "@/lib/i18n";
import { AdminLayout } from "./AdminLayout";

export function RecruitersPage() {
  const { t } = useTranslation();
  return (
    <AdminLayout title={t("reviews.title")}>
      <RecruiterReviews />
    </AdminLayout>
  );
}
