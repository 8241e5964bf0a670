import { Burger, Button, Drawer, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useMe, useSessionStatus } from "@/features/identity";
import { useTranslation } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Wordmark } from "@/ui/Wordmark";
import { AccountMenu, LogoutButton } from "./AccountMenu";
import classes from "./Header.module.css";
import { type Destination, destinations } from "./navigation";

export function Header() {
  const me = useMe();
  const status = useSessionStatus();
  const { t } = useTranslation();
  const [opened, drawer] = useDisclosure(false);
  const links = me ? destinations(me) : [];
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <Link to={paths.home} className={classes.home} aria-label={t("shell.home")}>
          <Wordmark />
        </Link>
        {me ? (
          <>
            <nav className={classes.nav} aria-label={t("shell.nav")}>
              <Links links={links} />
            </nav>
            <span className={classes.account}>
              <AccountMenu me={me} />
            </span>
            <Burger
              className={classes.burger ?? ""}
              opened={opened}
              onClick={drawer.toggle}
              size="sm"
              aria-label={t("shell.menu")}
              aria-expanded={opened}
            />
            <Drawer
              opened={opened}
              onClose={drawer.close}
              position="right"
              size="18rem"
              title={`${me.first_name} ${me.last_name}`}
              closeButtonProps={{ "aria-label": t("action.close") }}
            >
              <nav className={classes.stacked} aria-label={t("shell.nav")}>
                <Links links={links} onFollow={drawer.close} />
                <Link to={paths.account} className={classes.link} onClick={drawer.close}>
                  <Icon name="user" />
                  {t("nav.account")}
                </Link>
              </nav>
              <LogoutButton onDone={drawer.close} />
            </Drawer>
          </>
        ) : status === "unknown" ? null : (
          <Group gap="xs" ml="auto" wrap="nowrap">
            <Button component={Link} to={paths.login} variant="subtle" px="sm">
              {t("nav.login")}
            </Button>
            <Button component={Link} to={paths.register} px="sm" className={classes.register ?? ""}>
              {t("nav.register")}
            </Button>
          </Group>
        )}
      </div>
    </header>
  );
}

function Links({ links, onFollow }: { links: Destination[]; onFollow?: () => void }) {
  const { t } = useTranslation();
  return links.map(({ to, key, icon }) => (
    <Link
      key={to}
      to={to}
      className={classes.link}
      activeProps={{ "aria-current": "page", "data-active": true }}
      activeOptions={{ includeSearch: false }}
      onClick={onFollow}
    >
      <Icon name={icon} />
      {t(`nav.${key}`)}
    </Link>
  ));
}
