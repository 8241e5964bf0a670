import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/validationDesk";
import { paths } from "@/lib/paths";
import classes from "../Passport.module.css";
import { DESK_VIEWS, type DeskView } from "../search";

interface Props {
  organisation: string;
  current: DeskView;
  /** Those that this person may open. */
  open: readonly DeskView[];
  /** How many replies wait, when it is known. */
  waiting: string | null;
}

/** The ways to look at what an organisation wrote. */
export function DeskLinks({ organisation, current, open, waiting }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("desk.nav")} className={classes.nav}>
      {Object.entries(DESK_VIEWS)
        .filter(([, view]) => open.includes(view))
        .map(([name, view]) => (
          <Link
            key={name}
            to={paths.validations}
            params={{ organisation }}
            search={view === "written" ? {} : { vue: name }}
            className={classes.tab}
            activeOptions={{ exact: true }}
            data-active={view === current || undefined}
            activeProps={{ "aria-current": "page" }}
          >
            {t(`desk.view.${view}`)}
            {view === "replies" && waiting ? ` (${waiting})` : null}
          </Link>
        ))}
    </nav>
  );
}
