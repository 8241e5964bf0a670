import { Anchor } from "@mantine/core";
import { useId, useState } from "react";
import type { Coverage } from "@/api/types";
import { useTranslation } from "@/i18n/profile";
import { formatList } from "@/lib/format";
import classes from "./CoverageBar.module.css";

const NAMED = 3;

interface Props {
  coverage: Coverage;
  jobLabel: string;
}

/** How much of a job's core skills a profile holds, and which ones it does not. */
export function CoverageBar({ coverage, jobLabel }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const id = useId();
  const { covered, required, missing } = coverage;
  const labels = missing.map(({ label }) => `«\u00a0${label}\u00a0»`);
  const folded = labels.length > NAMED + 1 && !all;
  const named = folded ? labels.slice(0, NAMED) : labels;
  const share = required === 0 ? 0 : covered / required;
  return (
    <div className={classes.block}>
      <p className={classes.title} id={id}>
        {t("coverage.title", { count: covered, total: required, job: jobLabel })}
      </p>
      <div className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ inlineSize: `${share * 100}%` }} />
      </div>
      {missing.length === 0 ? (
        <p className={classes.missing}>{t("coverage.full")}</p>
      ) : (
        <p className={classes.missing}>
          {t("coverage.missing", { skills: folded ? named.join(", ") : formatList(named) })}
          {labels.length > NAMED + 1 ? (
            <>
              {" "}
              <Anchor component="button" type="button" size="sm" onClick={() => setAll(!all)}>
                {all ? t("coverage.less") : t("coverage.more", { count: labels.length - NAMED })}
              </Anchor>
            </>
          ) : null}
        </p>
      )}
    </div>
  );
}
