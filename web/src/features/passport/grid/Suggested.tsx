import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/validationGrid";
import { formatDay, formatRate } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Disclosure } from "@/ui/Disclosure";
import type { Proposed } from "../model/drafts";
import { proposedValue, type Scale } from "../model/scales";
import classes from "../Passport.module.css";
import { draftedName } from "./cellWords";

interface Props {
  proposed: Proposed[];
  scales: (column: Proposed["column"]) => Scale[];
  onTake: (proposed: Proposed[]) => void;
}

/** The levels that results propose: taken up one by one or all together, as drafts. */
export function Suggested({ proposed, scales, onTake }: Props) {
  const { t } = useTranslation();
  if (proposed.length === 0) return null;
  return (
    <Disclosure label={t("suggested.title", { count: proposed.length })} open>
      <div className={classes.head}>
        <p className={`${classes.said} ${classes.main}`}>{t("suggested.help")}</p>
        <Button size="sm" onClick={() => onTake(proposed)}>
          {t("suggested.takeAll")}
        </Button>
      </div>
      <ul className={classes.rows}>
        {proposed.map((one) => {
          const { key, person, column, proposal } = one;
          const names = { person: fullName(person), skill: column.label };
          return (
            <li key={key}>
              <div className={classes.head}>
                <div className={classes.main}>
                  <h3 className={classes.name}>{t("reviewing.place", names)}</h3>
                  <p className={classes.facts}>
                    <span>
                      {draftedName(t, proposedValue(column, proposal.level), scales(column))}
                    </span>
                    <span>
                      {t("suggested.line", {
                        quiz: proposal.quiz,
                        percent: formatRate(proposal.percent * 10),
                        date: formatDay(proposal.published_at),
                      })}
                    </span>
                  </p>
                </div>
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t("suggested.takeOf", names)}
                  onClick={() => onTake([one])}
                >
                  {t("suggested.take")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
