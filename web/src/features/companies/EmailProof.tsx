import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { useTranslation } from "@/i18n/companies";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { CompanySteps } from "./queries";

interface Props {
  steps: CompanySteps;
  /** Addresses of this company have been accepted before: a code is likely to be enough. */
  hinted: boolean;
}

/** Proves the company by a code sent to an address of its own. */
export function EmailProof({ steps, hinted }: Props) {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <Panel labelledBy="preuve-email">
      <Stack>
        <div>
          <Title order={2} id="preuve-email">
            {t("proof.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t(hinted ? "proof.leadHinted" : "proof.lead")}
          </Text>
        </div>
        {sentTo === null ? (
          <AddressForm send={steps.sendCode} onSent={setSentTo} />
        ) : (
          <CodeForm email={sentTo} confirm={steps.confirmCode} onOther={() => setSentTo(null)} />
        )}
      </Stack>
    </Panel>
  );
}

interface AddressProps {
  send: (email: string) => Promise<unknown>;
  onSent: (email: string) => void;
}

function AddressForm({ send, onSent }: AddressProps) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "" },
    validate: { email: (value) => (value.includes("@") ? null : t("form.email")) },
  });
  const submission = useSubmission(form, async ({ email }) => {
    await send(email.trim());
    onSent(email.trim());
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <TextInput
          key={form.key("email")}
          label={t("proof.email")}
          description={t("proof.emailHelp")}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps("email")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("proof.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface CodeProps {
  email: string;
  confirm: (code: string) => Promise<unknown>;
  onOther: () => void;
}

function CodeForm({ email, confirm, onOther }: CodeProps) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { code: "" },
    validate: { code: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const submission = useSubmission(form, ({ code }) => confirm(code.replace(/\s/g, "")));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field appears
  useEffect(() => form.getInputNode("code")?.focus(), []);
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        <Notice tone="success" icon="mail" announce title={t("proof.sent", { email })}>
          {t("proof.sentHelp")}
        </Notice>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <TextInput
          key={form.key("code")}
          label={t("proof.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          {...form.getInputProps("code")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("proof.confirm")}
          </Button>
          <Button variant="subtle" onClick={onOther}>
            {t("proof.other")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
