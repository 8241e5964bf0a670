import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { emailCheck } from "./checks";

interface Props {
  submit: string;
  send: (email: string) => Promise<unknown>;
  onSent: (email: string) => void;
}

/** One address, to which something is then sent. */
export function EmailForm({ submit, send, onSent }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "" },
    validate: { email: emailCheck(t) },
  });
  const submission = useSubmission(form, async ({ email }) => {
    await send(email.trim());
    onSent(email.trim());
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? <ProblemNotice error={submission.problem} /> : null}
        <TextInput
          key={form.key("email")}
          label={t("field.email")}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps("email")}
        />
        <Button type="submit" size="md" loading={submission.pending} fullWidth>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
