import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ApiProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/entryProof";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";

const SHORTEST = 3;
const LONGEST = 2000;

interface Props {
  label: string;
  help: string;
  send: (text: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
  /** Sees a problem first; true when there is nothing left to say about it. */
  onProblem?: (problem: ApiProblem) => boolean;
}

/** What a person says of an entry, or an organisation of a reply: it stays. */
export function ReplyForm({ label, help, send, onDone, onCancel, onProblem }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { text: "" },
    validate: { text: (text) => (text.trim().length < SHORTEST ? t("replying.missing") : null) },
  });
  const submission = useSubmission(
    form,
    async ({ text }) => {
      await send(text.trim());
      onDone();
    },
    onProblem ? { onProblem } : {},
  );
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Textarea
          label={label}
          description={help}
          autosize
          minRows={3}
          maxLength={LONGEST}
          required
          data-autofocus
          {...form.getInputProps("text")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("replying.send")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
