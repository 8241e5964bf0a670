import { Button, Group } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useSessionStatus } from "@/features/identity";
import { useTranslation } from "@/i18n";
import { paths } from "@/lib/paths";
import { Folded } from "@/ui/Folded";
import { Icon } from "@/ui/Icon";
import { Wordmark } from "@/ui/Wordmark";
import { AccountLinks, AccountMenu } from "./AccountMenu";
import { Bell } from "./Bell";
import classes from "./Header.module.css";
import { type Destination, destinations } from "./navigation";
import { useStanding } from "./standing";

/** With more destinations than this, words take the room of icons. */
const ROOMY = 5;
/** With more than this, what is between the words is less. */
const TIGHT = 8;
/** With more than this, no screen has the room: they are behind the menu. */
const CROWDED = 10;

export function Header() {
  const { t } = useTranslation();
  const standing = useStanding();
  const links = standing ? destinations(standing) : [];
  return (
    <header className={classes.header}>
      <div className={classes.inner} data-crowded={links.length > CROWDED || undefined}>
        <Link to={paths.home} className={classes.home} aria-label={t("shell.home")}>
          <Wordmark />
        </Link>
        {standing ? (
          <>
            <nav
              className={classes.nav}
              data-many={links.length > ROOMY || undefined}
              data-tight={links.length > TIGHT || undefined}
              aria-label={t("shell.nav")}
            >
              <Links links={links} />
            </nav>
            <div className={classes.bell}>
              <Bell />
            </div>
            <div className={classes.account}>
              <AccountMenu me={standing.me} />
            </div>
            <div className={classes.folded}>
              <Folded wide button={<Icon name="menu" size={22} />} buttonLabel={t("shell.menu")}>
                {(fold) => (
                  <>
                    <nav className={classes.stacked} aria-label={t("shell.nav")}>
                      <Links links={links} onFollow={fold} />
                    </nav>
                    <AccountLinks fold={fold} />
                  </>
                )}
              </Folded>
            </div>
          </>
        ) : (
          <Entrance />
        )}
      </div>
    </header>
  );
}

/** The ways in, once it is known that nobody is logged in. */
function Entrance() {
  const { t } = useTranslation();
  const status = useSessionStatus();
  if (status === "unknown" || status === "open") return null;
  return (
    <Group gap="xs" ml="auto" wrap="nowrap">
      <Button component={Link} to={paths.login} variant="subtle" px="sm">
        {t("nav.login")}
      </Button>
      <Button component={Link} to={paths.register} px="sm" className={classes.register ?? ""}>
        {t("nav.register")}
      </Button>
    </Group>
  );
}

function Links({ links, onFollow }: { links: Destination[]; onFollow?: () => void }) {
  const { t } = useTranslation();
  const at = useLocation({ select: ({ pathname }) => pathname });
  return links.map(({ to, key, icon, holds }) => (
    <Link
      key={to}
      to={to}
      className={classes.link}
      activeProps={{ "aria-current": "page", "data-active": true }}
      activeOptions={{ includeSearch: false }}
      onClick={onFollow}
      {...(holds?.test(at) ? { "data-active": true } : {})}
    >
      <Icon name={icon} />
      {t(`nav.${key}`)}
    </Link>
  ));
}
