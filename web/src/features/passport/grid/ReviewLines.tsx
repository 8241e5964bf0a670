import { Button, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/validationGrid";
import { formatDateShort } from "@/lib/days";
import { fullName } from "@/lib/names";
import { StateTag } from "@/ui/StateTag";
import type { Key } from "../model/drafts";
import type { Faults, Outcome } from "../model/outcome";
import classes from "../Passport.module.css";
import { stepName } from "../words";
import { type Board, cellKey } from "./board";
import { entryName } from "./cellWords";

/** Whose cell it is, and of which skill. */
export function namesOf(board: Board, key: Key): { person: string; skill: string } {
  const person = board.people.find(({ person_id: id }) => key.startsWith(`${id} `));
  const skill = person && board.skills.find((one) => cellKey(person, one) === key);
  return { person: person ? fullName(person) : "", skill: skill?.label ?? "" };
}

interface RefusedProps {
  board: Board;
  refused: Outcome["refused"];
  onCorrect: (key: Key, faults: Faults) => void;
  onLeave: (key: Key) => void;
}

/** What cannot be written, with every reason. */
export function RefusedLines({ board, refused, onCorrect, onLeave }: RefusedProps) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  return (
    <section aria-labelledby="refusees">
      <Title order={3} size="h4" id="refusees">
        {t("reviewing.refused", { count: refused.length })}
      </Title>
      <p className={classes.said}>{t("reviewing.refusedHelp")}</p>
      <ul className={classes.rows}>
        {refused.map(({ key, faults }) => {
          const names = namesOf(board, key);
          return (
            <li key={key}>
              <div className={classes.head}>
                <div className={classes.main}>
                  <h4 className={classes.name}>{t("reviewing.place", names)}</h4>
                  {Object.entries(faults).map(([field, message]) => (
                    <p key={field} className={classes.said}>
                      {message}
                    </p>
                  ))}
                </div>
                <span className={classes.actions}>
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t("reviewing.correctOf", names)}
                    onClick={() => onCorrect(key, faults)}
                  >
                    {t("reviewing.correct")}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t("reviewing.leaveOf", names)}
                    onClick={() => onLeave(key)}
                  >
                    {t("reviewing.leave")}
                  </Button>
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface SoundProps {
  board: Board;
  sound: Outcome["sound"];
}

/** What will be written: first what takes the place of something, then what is new. */
export function SoundLines({ board, sound }: SoundProps) {
  const { t } = useTranslation();
  const replacing = sound.filter(({ cell }) => cell.action === "replace");
  const fresh = sound.filter(({ cell }) => cell.action !== "replace");
  const groups = [
    {
      id: "remplacees",
      title: t("reviewing.replaced", { count: replacing.length }),
      of: replacing,
    },
    { id: "nouvelles", title: t("reviewing.fresh", { count: fresh.length }), of: fresh },
  ];
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ id, title, of }) => (
      <section key={id} aria-labelledby={id}>
        <Title order={3} size="h4" id={id}>
          {title}
        </Title>
        <ul className={classes.rows}>
          {of.map(({ key, cell }) => (
            <li key={key}>
              <SoundLine board={board} place={key} cell={cell} />
            </li>
          ))}
        </ul>
      </section>
    ));
}

interface LineProps {
  board: Board;
  place: Key;
  cell: Outcome["sound"][number]["cell"];
}

function SoundLine({ board, place, cell }: LineProps) {
  const { t } = useTranslation();
  const { step_name: step, common_level: level, passing, expires_on: last } = cell;
  const before = cell.supersedes ? board.cells.get(place)?.current : null;
  return (
    <>
      <h4 className={classes.name}>{t("reviewing.place", namesOf(board, place))}</h4>
      <p className={classes.facts}>
        <span>{stepName(t, step ?? "", level)}</span>
        <StateTag tone={passing ? "success" : "error"}>
          {t(passing ? "reviewing.acquired" : "reviewing.notAcquired")}
        </StateTag>
        {cell.is_converted ? <span>{t("reviewing.converted")}</span> : null}
        {cell.off_programme ? <span>{t("reviewing.off")}</span> : null}
        {last ? <span>{t("passportWord.lastDay", { date: formatDateShort(last) })}</span> : null}
        {before && before.id === cell.supersedes ? (
          <span>{t("reviewing.instead", { level: entryName(t, before) })}</span>
        ) : null}
      </p>
      {board.drafts[place]?.reason ? (
        <p className={classes.quote}>{board.drafts[place].reason}</p>
      ) : null}
    </>
  );
}
