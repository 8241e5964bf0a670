import { Text } from "@mantine/core";
import { useTranslation } from "@/i18n/quizResults";
import classes from "./Quizzes.module.css";
import tables from "./Tables.module.css";

/** How many results lie in each tenth: a table whose figures are drawn as bars too. */
export function Distribution({ counts }: { counts: readonly number[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...counts);
  if (counts.every((count) => count === 0)) {
    return <Text c="dimmed">{t("quizResult.noResult")}</Text>;
  }
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{t("quizResult.range")}</th>
          <th scope="col">{t("quizResult.count")}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((count, tenth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tenths are always the same
          <tr key={tenth}>
            <th scope="row" className={classes.figure}>
              {tenth === counts.length - 1
                ? t("quizResult.lastRange")
                : t("quizResult.rangeOf", { from: tenth * 10, to: tenth * 10 + 9 })}
            </th>
            <td style={{ width: "70%" }}>
              <span className={tables.bars}>
                <span
                  className={tables.bar}
                  style={{ width: `${(count / most) * 80}%`, opacity: count === 0 ? 0 : 1 }}
                  aria-hidden="true"
                />
                <span className={classes.figure}>{count}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
