import { Button, Menu } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Me } from "@/api/types";
import { useLogout } from "@/features/identity";
import { useTranslation } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";

/** Leaves the session for the front page; the banner speaks when the server is out of reach. */
function useLeave() {
  const navigate = useNavigate();
  const logout = useLogout(() => navigate({ to: paths.home }));
  return () => logout().catch(() => undefined);
}

export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const leave = useLeave();
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <Button
          variant="subtle"
          px="sm"
          leftSection={<Icon name="user" />}
          rightSection={<Icon name="chevronDown" size={15} />}
        >
          {me.first_name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t("shell.accountMenu")}>
        <Menu.Item component={Link} to={paths.account} leftSection={<Icon name="user" />}>
          {t("nav.account")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="logout" />} onClick={leave}>
          {t("nav.logout")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function LogoutButton({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const leave = useLeave();
  return (
    <Button
      mt="md"
      fullWidth
      variant="default"
      leftSection={<Icon name="logout" />}
      onClick={() => {
        onDone();
        void leave();
      }}
    >
      {t("nav.logout")}
    </Button>
  );
}
