import { useState } from "react";
import { EmailForm, requestPasswordReset } from "@/features/identity";
import { useTranslation } from "@/i18n/identity";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { AuthLayout } from "./AuthLayout";
import { TextLink } from "./TextLink";

export function ForgottenPage() {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <AuthLayout
      title={t("forgotten.title")}
      lead={t("forgotten.lead")}
      after={<TextLink to={paths.login}>{t("action.backToLogin")}</TextLink>}
    >
      {sentTo === null ? (
        <EmailForm submit={t("forgotten.submit")} send={requestPasswordReset} onSent={setSentTo} />
      ) : (
        <Notice tone="success" icon="mail" announce title={t("forgotten.sent")}>
          {t("forgotten.sentHelp", { email: sentTo })}
        </Notice>
      )}
    </AuthLayout>
  );
}
