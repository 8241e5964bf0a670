import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { NewPasswordForm } from "@/features/identity";
import { useTranslation } from "@/i18n/identity";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { AuthLayout } from "./AuthLayout";
import { TextLink } from "./TextLink";

const route = getRouteApi("/reinitialiser");

export function ResetPage() {
  const { t } = useTranslation();
  const { token = "" } = route.useSearch();
  const [done, setDone] = useState(false);
  return (
    <AuthLayout
      title={t("reset.title")}
      after={done ? null : <TextLink to={paths.forgotten}>{t("reset.again")}</TextLink>}
    >
      {done ? (
        <Notice
          tone="success"
          announce
          title={t("reset.done")}
          actions={<TextLink to={paths.login}>{t("confirm.login")}</TextLink>}
        />
      ) : token === "" ? (
        <Notice tone="error" title={t("reset.noToken")} />
      ) : (
        <NewPasswordForm token={token} onDone={() => setDone(true)} />
      )}
    </AuthLayout>
  );
}
