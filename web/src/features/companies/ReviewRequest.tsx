import { Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/companies";
import { useSubmission } from "@/ui/form";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";

const LONGEST = 1000;

interface Props {
  request: (message: string) => Promise<unknown>;
}

/** Asks a person of the platform to look, with a few words that help them. */
export function ReviewRequest({ request }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { message: "" },
    validate: { message: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const submission = useSubmission(form, ({ message }) => request(message.trim()));
  return (
    <Panel labelledBy="examen">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <div>
            <Title order={2} id="examen">
              {t("review.title")}
            </Title>
            <Text c="dimmed" mt={4}>
              {t("review.lead")}
            </Text>
          </div>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <Textarea
            key={form.key("message")}
            label={t("review.message")}
            description={t("review.messageHelp")}
            autosize
            minRows={3}
            maxLength={LONGEST}
            required
            {...form.getInputProps("message")}
          />
          <Group>
            <Button type="submit" variant="default" loading={submission.pending}>
              {t("review.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
