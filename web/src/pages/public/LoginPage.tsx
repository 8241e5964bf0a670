import { getRouteApi, useRouter } from "@tanstack/react-router";
import { LoginForm } from "@/features/identity";
import { useTranslation } from "@/i18n/identity";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { AuthLayout } from "./AuthLayout";
import { TextLink } from "./TextLink";

const route = getRouteApi("/connexion");

export function LoginPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { suite, motif } = route.useSearch();
  // Only addresses of this app are followed.
  const after = suite?.startsWith("/") && !suite.startsWith("//") ? suite : paths.start;
  return (
    <AuthLayout
      title={t("login.title")}
      lead={t("login.lead")}
      after={
        <>
          <TextLink to={paths.forgotten}>{t("login.forgotten")}</TextLink>
          <span>
            {t("login.noAccount")} <TextLink to={paths.register}>{t("login.register")}</TextLink>
          </span>
        </>
      }
    >
      {motif === "expiree" ? (
        <div style={{ marginBlockEnd: "1rem" }}>
          <Notice tone="warning" title={t("login.expired")}>
            {t("login.expiredHelp")}
          </Notice>
        </div>
      ) : null}
      <LoginForm
        onLogin={() => router.history.push(after)}
        resend={<TextLink to={paths.resend}>{t("login.resend")}</TextLink>}
      />
    </AuthLayout>
  );
}
