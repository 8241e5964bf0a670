import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/attendance";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { isStuck } from "./model/outbox";
import type { Place } from "./outboxStore";
import classes from "./Sheet.module.css";
import type { Person } from "./useRollCall";
import { useSendWaiting } from "./useSendWaiting";

/** Marks of other slots that never left this device: they are sent from here, and what has to be chosen is named. */
export function WaitingElsewhere({ person, place }: { person: Person; place: Place }) {
  const { t } = useTranslation();
  const others = useSendWaiting(person.id, place.slot);
  if (others.length === 0) return null;
  return (
    <Notice tone="warning" title={t("sheet.elsewhere")}>
      <ul className={classes.links}>
        {others.map(({ organisation, session, slot, label, rows }) => (
          <li key={slot}>
            <Link to={paths.attendance} params={{ organisation, session, slot }}>
              {label}
            </Link>
            {" : "}
            {t(
              Object.values(rows).some(isStuck) ? "sheet.elsewhereStuck" : "sheet.elsewhereWaiting",
              { count: Object.keys(rows).length },
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
