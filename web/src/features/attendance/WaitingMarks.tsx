import { Link, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/attendance";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { isStuck } from "./model/outbox";
import { useSendWaiting } from "./useSendWaiting";
import classes from "./WaitingMarks.module.css";

/** On every other page: what waits leaves from there too, and one line says how much does. */
export function WaitingMarks({ person }: { person: string }) {
  const isCalling = useMatchRoute()({ to: paths.attendance });
  return isCalling ? null : <Waiting person={person} />;
}

function Waiting({ person }: { person: string }) {
  const { t } = useTranslation();
  const stored = useSendWaiting(person);
  const rows = stored.flatMap((one) => Object.values(one.rows));
  const isChosen = rows.some(isStuck);
  return (
    <div role="status">
      {rows.length > 0 ? (
        <p className={classes.line}>
          <Icon name={isChosen ? "alert" : "clock"} size={16} />
          <span>
            {t(isChosen ? "sheet.anywhereStuck" : "sheet.anywhereWaiting", { count: rows.length })}{" "}
            {stored.map(({ organisation, session, slot, label }, place) => (
              <span key={slot}>
                {place > 0 ? ", " : null}
                <Link to={paths.attendance} params={{ organisation, session, slot }}>
                  {label}
                </Link>
              </span>
            ))}
          </span>
        </p>
      ) : null}
    </div>
  );
}
