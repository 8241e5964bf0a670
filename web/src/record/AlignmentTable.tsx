import type { AlignmentItem } from "@/api/types";
import { useTranslation } from "@/i18n";
import { formatNumber } from "@/lib/format";
import classes from "./AlignmentTable.module.css";

interface Props {
  /** What the table is about, for those who hear it. */
  caption: string;
  items: AlignmentItem[];
}

/** What names the catalogue, kind by kind: how much of it a release has, how much waits for a decision. */
export function AlignmentTable({ caption, items }: Props) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("aligned.kind")}</th>
          <th scope="col">{t("aligned.present")}</th>
          <th scope="col">{t("aligned.toDecide")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item, linked, present, to_decide: waiting }) => (
          <tr key={item}>
            <th scope="row">{t(`aligned.item.${item}`)}</th>
            <td>{t("aligned.of", { present, linked })}</td>
            <td>{formatNumber(waiting)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
