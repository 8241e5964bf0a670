import { Stack } from "@mantine/core";
import { useState } from "react";
import { RegisterForm } from "@/features/identity";
import { useTranslation } from "@/i18n/identity";
import { paths } from "@/lib/paths";
import { rememberJourney } from "@/shell/navigation";
import { Notice } from "@/ui/Notice";
import { AuthLayout } from "./AuthLayout";
import { JourneyChoice } from "./JourneyChoice";
import { TextLink } from "./TextLink";

export function RegisterPage() {
  const { t } = useTranslation();
  const [recruiter, setRecruiter] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);

  if (sentTo !== null) {
    return (
      <AuthLayout title={t("register.sentTitle")}>
        <Notice tone="success" icon="mail" announce title={t("register.sent", { email: sentTo })}>
          <p style={{ margin: 0 }}>{t("register.sentHelp")}</p>
          <p style={{ margin: "0.5rem 0 0" }}>
            {t("register.notReceived")}{" "}
            <TextLink to={paths.resend}>{t("register.resend")}</TextLink>
          </p>
        </Notice>
      </AuthLayout>
    );
  }
  return (
    <AuthLayout
      title={t("register.title")}
      lead={t("register.lead")}
      after={
        <span>
          {t("register.hasAccount")} <TextLink to={paths.login}>{t("register.login")}</TextLink>
        </span>
      }
    >
      <Stack gap="lg">
        <JourneyChoice recruiter={recruiter} onChange={setRecruiter} />
        <RegisterForm
          onSent={(email) => {
            rememberJourney(recruiter);
            setSentTo(email);
          }}
        />
      </Stack>
    </AuthLayout>
  );
}
