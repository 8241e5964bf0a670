import { Skeleton } from "@mantine/core";
import { useTranslation } from "@/i18n";
import classes from "./HitSkeleton.module.css";

const CARDS = ["a", "b", "c", "d"];

/** The place of the results while the first ones are on their way. */
export function HitSkeletons() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("state.loading")} className={classes.list}>
      {CARDS.map((card) => (
        <div key={card} className={classes.card}>
          <Skeleton height={22} width="38%" />
          <Skeleton height={14} width="82%" />
          <Skeleton height={14} width="74%" />
          <div className={classes.badges}>
            <Skeleton height={28} width={190} />
            <Skeleton height={28} width={240} />
            <Skeleton height={28} width={150} />
          </div>
        </div>
      ))}
    </div>
  );
}
