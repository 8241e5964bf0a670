import { useState } from "react";
import { EmailForm, resendConfirmation } from "@/features/identity";
import { useTranslation } from "@/i18n/identity";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { AuthLayout } from "./AuthLayout";
import { TextLink } from "./TextLink";

export function ResendPage() {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <AuthLayout
      title={t("resend.title")}
      lead={t("resend.lead")}
      after={<TextLink to={paths.login}>{t("action.backToLogin")}</TextLink>}
    >
      {sentTo === null ? (
        <EmailForm submit={t("resend.submit")} send={resendConfirmation} onSent={setSentTo} />
      ) : (
        <Notice tone="success" icon="mail" announce title={t("resend.sent")}>
          {t("resend.sentHelp", { email: sentTo })}
        </Notice>
      )}
    </AuthLayout>
  );
}
