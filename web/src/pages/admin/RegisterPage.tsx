import { Checks } from "@/features/privacy/Checks";
import { LookAt } from "@/features/privacy/LookAt";
import { RegisterPart } from "@/features/privacy/Register";
import { useTranslation } from "@/i18n/register";
import { Panel } from "@/ui/Panel";
import { AdminLayout } from "./AdminLayout";

/** What the platform holds about people, what its nightly check found, and the one way to look at somebody's account. */
export function RegisterPage() {
  const { t } = useTranslation();
  return (
    <AdminLayout title={t("processing.title")}>
      <Panel>
        <Checks />
      </Panel>
      <LookAt />
      <Panel>
        <RegisterPart />
      </Panel>
    </AdminLayout>
  );
}
