import { Anchor, Button, Code, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Me } from "@/api/types";
import { useTranslation } from "@/i18n/account";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { required } from "./checks";
import { DisableTotp } from "./DisableTotp";
import { confirmTotp, meQuery, startTotp } from "./queries";

type Secret = Answer<"start_totp">;

/** The second factor: set up with an authentication app, confirmed by a first code. */
export function TotpPanel({ me }: { me: Me }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [error, setError] = useState<unknown>(null);

  const start = () => {
    setError(null);
    startTotp().then(setSecret, setError);
  };
  const finish = (recovery: string[]) => {
    setSecret(null);
    setCodes(recovery);
    void cache.invalidateQueries({ queryKey: meQuery.queryKey });
  };

  return (
    <Panel labelledBy="double">
      <Stack>
        <div>
          <Title order={2} id="double">
            {t("totp.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t(me.totp_enabled ? "totp.on" : "totp.lead")}
          </Text>
        </div>
        {error ? <ProblemNotice error={error} /> : null}
        {codes ? <RecoveryCodes codes={codes} /> : null}
        {secret ? (
          <Confirm secret={secret} onDone={finish} onCancel={() => setSecret(null)} />
        ) : me.totp_enabled ? (
          <DisableTotp onDone={() => setCodes(null)} />
        ) : (
          <Group>
            <Button variant="default" onClick={start}>
              {t("totp.start")}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

interface ConfirmProps {
  secret: Secret;
  onDone: (codes: string[]) => void;
  onCancel: () => void;
}

function Confirm({ secret, onDone, onCancel }: ConfirmProps) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { code: "" },
    validate: { code: required(t) },
  });
  const submission = useSubmission(form, async ({ code }) => {
    onDone((await confirmTotp(code.replace(/\s/g, ""))).recovery_codes);
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        <Text>{t("totp.step1")}</Text>
        <Code block style={{ fontSize: "1.0625rem", letterSpacing: "0.08em" }}>
          {spaced(secret.secret)}
        </Code>
        <Text size="sm">
          <Anchor href={secret.otpauth_url}>{t("totp.openApp")}</Anchor>
        </Text>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <TextInput
          key={form.key("code")}
          label={t("totp.step2")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          {...form.getInputProps("code")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("totp.confirm")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** In groups of four, easier to copy by hand. */
const spaced = (secret: string): string => secret.replace(/(.{4})(?=.)/g, "$1 ");

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <Notice tone="success" announce title={t("totp.enabled")}>
      <p style={{ margin: "0 0 0.6rem" }}>{t("totp.recovery")}</p>
      <Code block>{codes.join("\n")}</Code>
    </Notice>
  );
}
