import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/records";
import { paths } from "@/lib/paths";
import type { Place } from "./queries";
import { VIEWS, type View, type ViewName } from "./search";
import classes from "./Views.module.css";

interface Props {
  place: Place;
  current: View;
  /** Those that this person may open. */
  open: readonly View[];
}

/** The ways to look at the records of a session. */
export function ViewLinks({ place: { organisation, session }, current, open }: Props) {
  const { t } = useTranslation();
  const names = Object.keys(VIEWS) as ViewName[];
  return (
    <nav aria-label={t("records.views")} className={classes.nav}>
      {names
        .filter((name) => open.includes(VIEWS[name]))
        .map((name) => (
          <Link
            key={name}
            to={paths.sessionRecords}
            params={{ organisation, session }}
            search={VIEWS[name] === "sheets" ? {} : { vue: name }}
            className={classes.link}
            activeOptions={{ exact: true }}
            data-active={VIEWS[name] === current || undefined}
            activeProps={{ "aria-current": "page" }}
          >
            {t(`records.view.${VIEWS[name]}`)}
          </Link>
        ))}
    </nav>
  );
}
