import { Text } from "@mantine/core";
import type { QuizCorrectionPreview } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatPoints } from "./model/number";
import classes from "./Quizzes.module.css";
import tables from "./Tables.module.css";

/** Whose points a correction changes, before and afterwards. */
export function CorrectionTable({ preview }: { preview: QuizCorrectionPreview }) {
  const { t } = useTranslation();
  const { attempts, lines } = preview;
  const percent = (value: number | null | undefined) =>
    value == null ? t("correction.notGraded") : t("quizWord.percent", { percent: value });
  if (lines.length === 0) {
    return <Text>{t("correction.nobody", { count: attempts })}</Text>;
  }
  return (
    <>
      <Text>{t("correction.changes", { count: lines.length, attempts })}</Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is moved through by keyboard */}
      <section className={tables.scroll} aria-label={t("correction.table")} tabIndex={0}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t("correction.who")}</th>
              <th scope="col">{t("correction.points")}</th>
              <th scope="col">{t("correction.percent")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nameless lines have nothing else, and stay as they are shown
              <tr key={`${line.enrolment_id ?? line.invitation_id ?? "anonyme"}-${place}`}>
                <th scope="row">
                  {line.last_name
                    ? `${line.first_name ?? ""} ${line.last_name}`
                    : t("correction.hidden")}
                </th>
                <td className={classes.figure}>
                  {t("correction.beforeAfter", {
                    before: formatPoints(line.before_points),
                    after: formatPoints(line.after_points),
                  })}
                </td>
                <td className={classes.figure}>
                  {t("correction.beforeAfter", {
                    before: percent(line.before_percent),
                    after: percent(line.after_percent),
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
