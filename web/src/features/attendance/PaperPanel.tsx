import { Button, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { organisationFiles } from "@/api/files";
import type { AttendanceSheet, FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatBytes } from "@/lib/format";
import { saveFile } from "@/lib/save";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { FileUpload } from "@/ui/FileUpload";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { fileName } from "./fileName";
import type { Place } from "./outboxStore";
import { downloadAttendanceFile, downloadBlank, useSheetChanges } from "./queries";
import classes from "./Signing.module.css";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
}

/** When nothing works: a sheet to print, and its scan once it is signed. */
export function PaperPanel({ place, sheet }: Props) {
  const { t } = useTranslation();
  const { scan } = useSheetChanges(place);
  const [file, setFile] = useState<FileCard | null>(null);
  const { paper } = sheet;
  const print = useMutation({
    mutationFn: async () =>
      saveFile(await downloadBlank(place), `${fileName(t("sheet.paper.blankName"), sheet)}.pdf`),
  });
  const open = useMutation({
    mutationFn: async (card: FileCard) =>
      saveFile(await downloadAttendanceFile(place, card.id), card.name),
  });
  const attach = useMutation({
    mutationFn: (id: string) => scan(id),
    onSuccess: () => setFile(null),
  });
  const error = print.error ?? open.error ?? attach.error;
  return (
    <Panel labelledBy="papier">
      <Stack gap="sm">
        <div>
          <Title order={2} id="papier">
            {t("sheet.paper.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("sheet.paper.lead")}
          </Text>
        </div>
        {error ? <ProblemNotice error={error} /> : null}
        <div className={classes.buttons}>
          <Button variant="default" loading={print.isPending} onClick={() => print.mutate()}>
            {t("sheet.paper.blank")}
          </Button>
          {paper ? (
            <Button
              variant="light"
              loading={open.isPending}
              disabled={paper.scan === "infected"}
              onClick={() => open.mutate(paper)}
            >
              {t("sheet.paper.open", { name: paper.name, size: formatBytes(paper.bytes) })}
            </Button>
          ) : null}
          {paper && sheet.state === "open" ? (
            <ConfirmButton
              label={t("sheet.paper.remove")}
              title={t("sheet.paper.removeTitle")}
              confirm={t("sheet.paper.remove")}
              variant="subtle"
              danger
              action={() => scan(null)}
            >
              {t("sheet.paper.removeText")}
            </ConfirmButton>
          ) : null}
        </div>
        {sheet.state === "open" ? (
          <>
            <FileUpload
              label={t(paper ? "sheet.paper.replace" : "sheet.paper.scan")}
              description={t("sheet.paper.scanHelp")}
              path={organisationFiles(place.organisation)}
              purpose="paper_sheet"
              value={file}
              onChange={setFile}
            />
            {file ? (
              <div>
                <Button
                  loading={attach.isPending}
                  disabled={file.scan === "infected"}
                  onClick={() => attach.mutate(file.id)}
                >
                  {t("sheet.paper.attach")}
                </Button>
              </div>
            ) : null}
          </>
        ) : paper ? null : (
          <Text c="dimmed">{t("sheet.paper.none")}</Text>
        )}
      </Stack>
    </Panel>
  );
}
