import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/ownRecords";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";

const LONGEST = 2000;
const SHORTEST = 3;

interface Props {
  name: string;
  contest: (text: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

/** Says why a sealed mark is wrong. */
export function ContestForm({ name, contest, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const first = useFirstFocus<HTMLTextAreaElement>();
  const form = useForm({
    initialValues: { text: "" },
    validate: {
      text: (value) => (value.trim().length < SHORTEST ? t("contest.missing") : null),
    },
  });
  const submission = useSubmission(form, async ({ text }) => {
    await contest(text.trim());
    onDone();
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate aria-label={t("contest.formOf", { name })}>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Textarea
          ref={first}
          label={t("contest.text")}
          description={t("contest.help")}
          autosize
          minRows={3}
          maxLength={LONGEST}
          required
          {...form.getInputProps("text")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("contest.submit")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
