import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/attendance";
import { saveFile } from "@/lib/save";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Place } from "./outboxStore";
import { downloadAttendanceFile } from "./queries";

const ENDINGS: Record<string, string> = {
  "application/pdf": ".pdf",
  "image/png": ".png",
  "image/jpeg": ".jpg",
};

/** What proves a reason of absence. */
export function ProofButton({ place, file }: { place: Place; file: string }) {
  const { t } = useTranslation();
  const run = useMutation({
    mutationFn: async () => {
      const content = await downloadAttendanceFile(place, file);
      saveFile(content, `${t("mark.proofName")}${ENDINGS[content.type] ?? ""}`);
    },
  });
  return (
    <div>
      <Button
        variant="light"
        size="compact-md"
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {t("mark.proofOpen")}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </div>
  );
}
