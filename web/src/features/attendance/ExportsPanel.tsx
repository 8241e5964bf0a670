import { Button, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { AttendanceExport, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { saveFile } from "@/lib/save";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { fileName } from "./fileName";
import type { Place } from "./outboxStore";
import { downloadSheet } from "./queries";
import classes from "./Signing.module.css";

const FORMATS: AttendanceExport[] = ["pdf", "csv", "xlsx", "json"];

interface Props {
  place: Place;
  sheet: AttendanceSheet;
}

/** The sheet as files. */
export function ExportsPanel({ place, sheet }: Props) {
  const { t } = useTranslation();
  const run = useMutation({
    mutationFn: async (format: AttendanceExport) =>
      saveFile(
        await downloadSheet(place, format),
        `${fileName(t("sheet.exports.name"), sheet)}.${format}`,
      ),
  });
  return (
    <Panel labelledBy="exports">
      <Stack gap="sm">
        <div>
          <Title order={2} id="exports">
            {t("sheet.exports.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("sheet.exports.lead")}
          </Text>
        </div>
        {run.error ? <ProblemNotice error={run.error} /> : null}
        <div className={classes.buttons}>
          {FORMATS.map((format) => (
            <Button
              key={format}
              variant="default"
              loading={run.isPending && run.variables === format}
              disabled={run.isPending}
              onClick={() => run.mutate(format)}
            >
              {t(`sheet.exports.${format}`)}
            </Button>
          ))}
        </div>
      </Stack>
    </Panel>
  );
}
