import { Center, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { confirmEmail } from "@/features/identity";
import { useTranslation } from "@/i18n/identity";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { AuthLayout } from "./AuthLayout";
import { TextLink } from "./TextLink";

const route = getRouteApi("/confirmer");

/** Where the mail leads: the address is confirmed once, and the login page comes next. */
export function ConfirmPage() {
  const { t } = useTranslation();
  const { token = "" } = route.useSearch();
  const confirmation = useQuery({
    queryKey: ["confirm-email", token],
    queryFn: async () => {
      await confirmEmail(token);
      return true;
    },
    enabled: token !== "",
    // A token works once: one request, whatever redraws the page.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

  const failed = token === "" || confirmation.isError;
  return (
    <AuthLayout title={t("confirm.title")}>
      {failed ? (
        <>
          {token === "" ? (
            <Notice tone="error" title={t("confirm.noToken")} />
          ) : (
            <ProblemNotice error={confirmation.error} title={t("confirm.failed")} />
          )}
          <p>
            <TextLink to={paths.resend}>{t("confirm.resend")}</TextLink>
          </p>
        </>
      ) : confirmation.isSuccess ? (
        <Notice
          tone="success"
          announce
          title={t("confirm.done")}
          actions={<TextLink to={paths.login}>{t("confirm.login")}</TextLink>}
        >
          {t("confirm.doneHelp")}
        </Notice>
      ) : (
        <Center mih={120} role="status" aria-label={t("state.loading")}>
          <Loader />
        </Center>
      )}
    </AuthLayout>
  );
}
