import { Link, useNavigate } from "@tanstack/react-router";
import type { Me } from "@/api/types";
import { useLogout } from "@/features/identity";
import { useTranslation } from "@/i18n";
import { paths } from "@/lib/paths";
import { Folded } from "@/ui/Folded";
import { Icon } from "@/ui/Icon";
import classes from "./Header.module.css";
import { useStanding } from "./standing";

/** The account's own links: who is logged in, and the way out. */
export function AccountMenu({ me }: { me: Me }) {
  return (
    <Folded
      button={
        <>
          <Icon name="user" />
          <span className={classes.who}>{me.first_name}</span>
          <Icon name="chevronDown" size={15} />
        </>
      }
    >
      {(fold) => <AccountLinks fold={fold} />}
    </Folded>
  );
}

export function AccountLinks({ fold }: { fold: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const recruits = Boolean(useStanding()?.company);
  const logout = useLogout(() => navigate({ to: paths.home }));
  // When the server is out of reach, the banner says so and the session stays open.
  const leave = () => {
    fold();
    logout().catch(() => undefined);
  };
  return (
    <div className={classes.stacked}>
      <Link to={paths.account} className={classes.link} onClick={fold}>
        <Icon name="user" />
        {t("nav.account")}
      </Link>
      {recruits ? (
        <Link to={paths.myOffers} className={classes.link} onClick={fold}>
          <Icon name="briefcase" />
          {t("nav.offers")}
        </Link>
      ) : null}
      <Link to={paths.myData} className={classes.link} onClick={fold}>
        <Icon name="shield" />
        {t("nav.myData")}
      </Link>
      <button type="button" className={classes.link} onClick={leave}>
        <Icon name="logout" />
        {t("nav.logout")}
      </button>
    </div>
  );
}
