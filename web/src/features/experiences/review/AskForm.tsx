import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ILLEGAL } from "@/api/problem";
import { useTranslation } from "@/i18n/experienceReviews";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useReview } from "./queries";

const SHORTEST = 3;

interface Props {
  organisation: string;
  submission: string;
  onDone: () => void;
}

/** Asks the person for more: it comes back to whoever asked once they sent it again. */
export function AskForm({ organisation, submission, onDone }: Props) {
  const { t } = useTranslation();
  const { ask, renew } = useReview(organisation, submission);
  const form = useForm({
    initialValues: { text: "" },
    validate: {
      text: (value) => (value.trim().length < SHORTEST ? t("experienceReview.fault.text") : null),
    },
  });
  const sending = useSubmission(
    form,
    async ({ text }) => {
      await ask(text.trim());
      onDone();
    },
    {
      onProblem: ({ code }) => {
        if (code === ILLEGAL) void renew();
        return false;
      },
    },
  );
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        {sending.problem ? (
          <ProblemNotice error={sending.problem} messages={sending.messages} />
        ) : null}
        <Text size="sm" c="dimmed">
          {t("experienceReview.askHelp")}
        </Text>
        <Textarea
          label={t("experienceReview.askText")}
          required
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps("text")}
        />
        <Group>
          <Button type="submit" loading={sending.pending}>
            {t("experienceReview.ask")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
