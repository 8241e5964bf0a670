import { Link } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { reachability } from "@/api/reachability";
import { useTranslation } from "@/i18n/attendance";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { isStuck } from "./model/outbox";
import { outboxStore, type Place } from "./outboxStore";
import classes from "./Sheet.module.css";
import { sendWaiting } from "./sending";
import type { Person } from "./useRollCall";

/** Marks of other slots that never left this device: they are sent from here, and what has to be chosen is named. */
export function WaitingElsewhere({ person, place }: { person: Person; place: Place }) {
  const { t } = useTranslation();
  const snapshot = useSyncExternalStore(outboxStore.subscribe, () =>
    JSON.stringify(othersOf(person.id, place.slot).map(({ slot, rows }) => [slot, rows])),
  );
  const isReachable = useSyncExternalStore(reachability.subscribe, reachability.current);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (!isReachable || tried) return;
    setTried(true);
    void (async () => {
      for (const { label, rows: _, ...other } of othersOf(person.id, place.slot)) {
        await sendWaiting({ person: person.id, place: other, label });
      }
    })();
  }, [isReachable, tried, person.id, place.slot]);
  // Another connection is another chance.
  useEffect(() => {
    if (!isReachable) setTried(false);
  }, [isReachable]);
  const others = snapshot === "[]" ? [] : othersOf(person.id, place.slot);
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

const othersOf = (person: string, slot: string) =>
  outboxStore.all(person).filter((stored) => stored.slot !== slot);
