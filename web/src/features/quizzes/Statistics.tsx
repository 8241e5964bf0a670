import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { QuizItemStatistics } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatRate } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { questionImage } from "./bankQueries";
import { CorrectionPanel } from "./CorrectionPanel";
import { formatPoints } from "./model/number";
import { type Place, statisticsQuery } from "./placeQueries";
import classes from "./Quizzes.module.css";
import { Statement } from "./Statement";
import tables from "./Tables.module.css";
import { startOf } from "./words";

const FEWEST = 10;
const BY_HAND = ["long_text", "file"];

interface Props {
  place: Place;
  writes: boolean;
}

/** How each question of a quiz did, the hardest first, and the way to correct a wrong key. */
export function Statistics({ place, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(statisticsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { attempts, items } = query.data;
  if (items.length === 0) {
    return <Notice title={t("quizStats.none")}>{t("quizStats.noneHelp")}</Notice>;
  }
  return (
    <Stack gap="md">
      <Text>{t("quizStats.attempts", { count: attempts })}</Text>
      {attempts < FEWEST ? (
        <Notice title={t("quizStats.few")}>{t("quizStats.fewHelp", { count: FEWEST })}</Notice>
      ) : null}
      {items.map((item) => (
        <Panel key={`${item.question_id}-${item.number}`}>
          <Item place={place} item={item} writes={writes} />
        </Panel>
      ))}
    </Stack>
  );
}

interface ItemProps {
  place: Place;
  item: QuizItemStatistics;
  writes: boolean;
}

function Item({ place, item, writes }: ItemProps) {
  const { t } = useTranslation();
  const { figures, number, key_number: scoredBy, kind, statement } = item;
  const [correcting, setCorrecting] = useState(false);
  const title = startOf(statement) || t("grading.untitled");
  return (
    <Stack gap="sm">
      <div>
        <h2 className={classes.title}>{title}</h2>
        <p className={`${classes.facts} ${classes.soft}`}>
          <span>{t(`quizWord.kind.${kind}`)}</span>
          <span>{t("quizStats.version", { number })}</span>
          {scoredBy === number ? null : (
            <span>{t("quizStats.scoredBy", { number: scoredBy })}</span>
          )}
        </p>
      </div>
      <Facts
        facts={[
          [t("quizStats.answered"), String(figures.attempts)],
          [
            t("quizStats.facility"),
            figures.facility == null ? t("quizStats.unknown") : formatRate(figures.facility),
          ],
          [
            t("quizStats.discrimination"),
            figures.discrimination == null
              ? t("quizStats.unknown")
              : formatPoints(figures.discrimination / 1000),
          ],
        ]}
      />
      {figures.flags.length > 0 ? (
        <ul className={classes.rows}>
          {figures.flags.map((flag) => (
            <li key={flag}>
              <StateTag tone="warning">{t(`quizStats.flag.${flag}`)}</StateTag>{" "}
              <span>{t(`quizStats.flagHelp.${flag}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {figures.choices.length > 0 ? <Choices item={item} title={title} /> : null}
      <Disclosure label={t("quizStats.statement")}>
        <Statement blocks={statement} images={questionImage(place, item.question_id)} />
      </Disclosure>
      {writes && !BY_HAND.includes(kind) ? (
        <Group>
          <Button
            variant="default"
            size="sm"
            aria-expanded={correcting}
            aria-label={t("correction.openOf", { title })}
            onClick={() => setCorrecting(!correcting)}
          >
            {t("correction.open")}
          </Button>
        </Group>
      ) : null}
      {correcting ? <CorrectionPanel place={place} item={item} /> : null}
    </Stack>
  );
}

/** How often each choice was taken, by everybody and by the better half. */
function Choices({ item, title }: { item: QuizItemStatistics; title: string }) {
  const { t } = useTranslation();
  const { choices, figures } = item;
  const most = Math.max(1, figures.attempts);
  return (
    <section
      className={tables.scroll}
      aria-label={t("quizStats.choicesOf", { title, number: item.number })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is moved through by keyboard
      tabIndex={0}
    >
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t("quizStats.choice")}</th>
            <th scope="col">{t("quizStats.taken")}</th>
            <th scope="col">{t("quizStats.better")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.choices.map((use) => (
            <tr key={use.choice_id}>
              <th scope="row">
                {choices.find(({ choice_id: id }) => id === use.choice_id)?.text ??
                  t("quizStats.added")}{" "}
                {use.is_right ? (
                  <StateTag tone="success">{t("quizWord.rightChoice")}</StateTag>
                ) : null}
              </th>
              <td>
                <span className={tables.bars}>
                  <span
                    className={tables.bar}
                    style={{
                      width: `${(use.taken / most) * 3}rem`,
                      opacity: use.taken === 0 ? 0 : 1,
                    }}
                    aria-hidden="true"
                  />
                  <span className={classes.figure}>{use.taken}</span>
                </span>
              </td>
              <td className={classes.figure}>{use.taken_by_better_half}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
