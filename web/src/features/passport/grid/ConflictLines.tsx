import { Button, Title } from "@mantine/core";
import { type Translate, useTranslation } from "@/i18n/validationGrid";
import { formatDay } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { isColumn, type Key } from "../model/drafts";
import type { Conflict } from "../model/outcome";
import classes from "../Passport.module.css";
import { type Board, cellKey } from "./board";
import { draftedName, entryName } from "./cellWords";
import { namesOf } from "./ReviewLines";

interface Props {
  board: Board;
  conflicts: Conflict[];
  /** Keeps what was chosen here, upon what is there now. */
  onMine: (key: Key, version: number) => void;
  onLeave: (key: Key) => void;
}

/** Cells in which somebody wrote meanwhile: what holds now beside what was chosen, and the two ways on, cell by cell. */
export function ConflictLines({ board, conflicts, onMine, onLeave }: Props) {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflits" role="alert">
      <Title order={3} size="h4" id="conflits">
        {t("reviewing.conflicts", { count: conflicts.length })}
      </Title>
      <ul className={classes.rows}>
        {conflicts.map(({ key, version, current }) => {
          const names = namesOf(board, key);
          const theirs = current
            ? t("evaluating.since", {
                level: entryName(t, current),
                date: formatDay(current.validated_at),
              })
            : t("reviewing.nothing");
          return (
            <li key={key}>
              <h4 className={classes.name}>{t("reviewing.place", names)}</h4>
              <Facts
                facts={[
                  [t("reviewing.theirs"), version === null ? t("reviewing.unknown") : theirs],
                  [t("reviewing.yours"), mineIn(t, board, key)],
                ]}
              />
              <div className={`${classes.actions} ${classes.below}`}>
                {version === null ? null : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t("reviewing.mineOf", names)}
                    onClick={() => onMine(key, version)}
                  >
                    {t("reviewing.mine")}
                  </Button>
                )}
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t("reviewing.leaveOf", names)}
                  onClick={() => onLeave(key)}
                >
                  {t("reviewing.leave")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function mineIn(t: Translate, board: Board, key: Key): string {
  const draft = board.drafts[key];
  const skill = board.skills.find(
    (one) => isColumn(one) && board.people.some((person) => cellKey(person, one) === key),
  );
  return draft && skill ? draftedName(t, draft.level, board.scales(skill)) : "";
}
