import { useTranslation } from "@/i18n";
import classes from "./DriftNote.module.css";
import { type Drift, explain, type Names } from "./drift";

/** What the catalogue of today says otherwise than this line, and why. */
export function DriftNote({ drift, names }: { drift: Drift; names: Names }) {
  const { t } = useTranslation();
  return <p className={classes.note}>{explain(t, drift, names).join(" ")}</p>;
}
