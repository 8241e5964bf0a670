import { Button } from "@mantine/core";
import { type Download, useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/recordWords";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Records.module.css";

interface Props<F extends string> {
  /** What is exported, for those who hear the buttons one by one. */
  name: string;
  formats: readonly F[];
  download: (format: F) => Promise<Download>;
  label?: string;
}

/** The same thing in each of its forms. */
export function ExportButtons<F extends "pdf" | "csv" | "xlsx" | "json">(props: Props<F>) {
  const { name, formats, download, label } = props;
  const { t } = useTranslation();
  const run = useDownload(download);
  return (
    <div>
      <div className={classes.exports}>
        <span className={classes.exportLabel}>{label ?? t("recordWord.export")}</span>
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            size="compact-sm"
            loading={run.isPending && run.variables === format}
            disabled={run.isPending && run.variables !== format}
            aria-label={t("recordWord.exportAs", {
              name,
              format: t(`recordWord.format.${format}`),
            })}
            onClick={() => run.mutate(format)}
          >
            {t(`recordWord.format.${format}`)}
          </Button>
        ))}
      </div>
      {run.error ? (
        <div className={classes.below}>
          <ProblemNotice error={run.error} />
        </div>
      ) : null}
    </div>
  );
}

export const SHEET_FORMATS = ["pdf", "csv", "xlsx", "json"] as const;
export const CERTIFICATE_FORMATS = ["pdf", "json"] as const;
