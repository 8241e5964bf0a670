import { Button, Group, Radio, Stack, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/moderation";
import { useSubmission } from "@/ui/form";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Decision, ReportDetails } from "../types";
import { useJudging } from "./queries";

const DECISIONS = ["retained", "removed", "warned", "silenced", "expelled"] as const;
/** What nobody decides against those who train and run a session. */
const NOT_STAFF: readonly Decision[] = ["silenced", "expelled"];

interface Values extends Record<string, unknown> {
  decision: Decision | "";
  note: string;
}

/** Decides on a report: once, with what follows from it said beforehand. */
export function Judge({ details }: { details: ReportDetails }) {
  const { t } = useTranslation();
  const { report, messages } = details;
  const { decide } = useJudging(report.id);
  const author = messages.find(({ is_reported: is }) => is)?.author;
  const able = DECISIONS.filter(
    (decision) => author?.side !== "staff" || !NOT_STAFF.includes(decision),
  );
  const form = useForm<Values>({
    initialValues: { decision: "", note: "" },
    validate: { decision: (value) => (value === "" ? t("report.choose") : null) },
  });
  const submission = useSubmission(form, async ({ decision, note }) => {
    if (decision !== "") await decide({ decision, note: note.trim() });
  });
  const which = report.is_private ? "privateHelp" : "help";
  return (
    <Panel labelledBy="decider">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <Title order={2} id="decider">
            {t("report.decide")}
          </Title>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <Radio.Group label={t("report.decision")} {...form.getInputProps("decision")}>
            <Stack gap="sm" mt="xs" mb={4}>
              {able.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`report.choices.${value}`)}
                  description={t(`report.${which}.${value}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t("report.note")}
            description={t("report.noteHelp")}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={1000}
            {...form.getInputProps("note")}
          />
          <Group>
            <Button type="submit" loading={submission.pending}>
              {t("report.decide")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
