import { Stack, Text, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { NameForm, PasswordForm, TotpPanel, useLogout, useMe } from "@/features/identity";
import { useTranslation } from "@/i18n/account";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";

/** The account itself: name, password, second factor, open sessions. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const logout = useLogout(() => navigate({ to: paths.home }));
  if (!me) return null;
  return (
    <Stack gap="lg" maw={720} mx="auto">
      <div>
        <PageTitle title={t("account.title")} />
      </div>
      <NameForm me={me} />
      <PasswordForm />
      <TotpPanel me={me} />
      <Panel labelledBy="sessions">
        <Stack align="flex-start">
          <div>
            <Title order={2} id="sessions">
              {t("account.sessions")}
            </Title>
            <Text c="dimmed" mt={4}>
              {t("account.sessionsHelp")}
            </Text>
          </div>
          <ConfirmButton
            label={t("account.logoutEverywhere")}
            title={t("account.logoutEverywhere")}
            confirm={t("account.logoutEverywhere")}
            variant="default"
            action={() => logout(true)}
          >
            {t("account.logoutEverywhereText")}
          </ConfirmButton>
        </Stack>
      </Panel>
    </Stack>
  );
}
