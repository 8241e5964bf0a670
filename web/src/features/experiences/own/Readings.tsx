import { Text } from "@mantine/core";
import { useTranslation } from "@/i18n/experiences";
import { formatMoment } from "@/lib/format";
import { PagedList } from "@/ui/PagedList";
import classes from "../Experiences.module.css";
import { useReadings } from "../queries";

/** Who opened the proofs of an experience, and whether they saw the masked copy. */
export function Readings({ experience }: { experience: string }) {
  const { t } = useTranslation();
  const list = useReadings(experience);
  return (
    <PagedList list={list} height={120} none={<Text>{t("experienceProof.unread")}</Text>}>
      {(readings) => (
        <ul className={classes.rows}>
          {readings.map((reading) => (
            <li key={`${reading.read_at} ${reading.proof_id} ${reading.reader}`}>
              <p className={classes.name}>{reading.proof_name}</p>
              <p className={classes.facts}>
                <span>{reading.reader}</span>
                <span>{reading.organisation_name}</span>
                <span>{formatMoment(reading.read_at)}</span>
                <span>
                  {t(reading.masked ? "experienceProof.sawCopy" : "experienceProof.sawFile")}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
