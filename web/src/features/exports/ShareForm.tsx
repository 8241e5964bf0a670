import {
  Button,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { type ApiProblem, asProblem, fieldOf, messagesOf } from "@/api/problem";
import type { NewPassportShare } from "@/api/types";
import { useTranslation } from "@/i18n/shares";
import { formatDay } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ChoiceFields, type OwnSkill } from "./ChoiceFields";
import classes from "./Exports.module.css";
import { AUDIENCES, contentOf, faultsOf, placeOf, wholeFor } from "./model/choice";
import { useExportChanges } from "./queries";

const DAYS = [7, 30, 90];
const SHORTEST = 8;
/** A link is made for somebody else. */
const OTHERS = AUDIENCES.filter((one) => one !== "holder");

/** Gives out a link that shows one's passport, or a part of it, to somebody by name. */
export function ShareForm({ skills }: { skills: OwnSkill[] }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<NewPassportShare | null>(null);
  return (
    <Panel labelledBy="nouveau-lien">
      <Stack>
        <div>
          <Title order={2} id="nouveau-lien">
            {t("sharing.title")}
          </Title>
          <Text c="dimmed" mt={4} maw="68ch">
            {t("sharing.lead")}
          </Text>
        </div>
        {made ? (
          <Made made={made} onAgain={() => setMade(null)} />
        ) : (
          <Fields skills={skills} onMade={setMade} />
        )}
      </Stack>
    </Panel>
  );
}

interface FieldsProps {
  skills: OwnSkill[];
  onMade: (made: NewPassportShare) => void;
}

function Fields({ skills, onMade }: FieldsProps) {
  const { t } = useTranslation();
  const { share } = useExportChanges();
  const [recipient, setRecipient] = useState("");
  const [days, setDays] = useState(30);
  const [password, setPassword] = useState("");
  const [values, setValues] = useState(() => wholeFor("recruiter"));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState(false);

  const send = async () => {
    const faults: Record<string, string> = Object.fromEntries(
      Object.entries(faultsOf(values)).map(([at, code]) => [at, t(`exportChoice.fault.${code}`)]),
    );
    if (recipient.trim() === "") faults.recipient = t("sharing.recipientMissing");
    if (password !== "" && [...password].length < SHORTEST) {
      faults.password = t("sharing.passwordShort", { count: SHORTEST });
    }
    setErrors(faults);
    setProblem(null);
    if (Object.keys(faults).length > 0) return;
    setPending(true);
    try {
      const body = { recipient: recipient.trim(), content: contentOf(values), days };
      onMade(await share({ ...body, password: password || null }));
    } catch (refusal) {
      const found = asProblem(refusal);
      const told = found.errors.map(({ pointer, message }) => [placeOf(fieldOf(pointer)), message]);
      setErrors(Object.fromEntries(told));
      setProblem(found);
    } finally {
      setPending(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack>
        {problem ? <ProblemNotice error={problem} messages={messagesOf(problem)} /> : null}
        <TextInput
          label={t("sharing.recipient")}
          description={t("sharing.recipientHelp")}
          required
          maxLength={200}
          error={errors.recipient}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("sharing.days")}
          error={errors.days}
          value={String(days)}
          data={DAYS.map((count) => ({
            value: String(count),
            label: t("sharing.daysOf", { count }),
          }))}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
        <PasswordInput
          label={t("sharing.password")}
          description={t("sharing.passwordHelp")}
          autoComplete="new-password"
          maxLength={128}
          error={errors.password}
          value={password}
          visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ChoiceFields
          value={values}
          onChange={setValues}
          skills={skills}
          audiences={OTHERS}
          proofs
          errors={errors}
        />
        <Group>
          <Button type="submit" loading={pending}>
            {t("sharing.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface MadeProps {
  made: NewPassportShare;
  onAgain: () => void;
}

/** The address of a new link: it is shown this once. */
function Made({ made, onAgain }: MadeProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const { url, share } = made;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <Notice
      tone="success"
      icon="link"
      announce
      title={t("sharing.made", { name: share.recipient })}
      actions={
        <>
          <Button size="sm" onClick={() => void copy()}>
            {t("sharing.copy")}
          </Button>
          <Button size="sm" variant="default" onClick={onAgain}>
            {t("sharing.again")}
          </Button>
        </>
      }
    >
      <p className={classes.said}>
        {t("sharing.once", { date: formatDay(share.expires_at) })}
        {share.has_password ? ` ${t("sharing.tellPassword")}` : ""}
      </p>
      <code className={classes.url}>{url}</code>
      <Text role="status" size="sm">
        {copied === "yes" ? t("sharing.copied") : copied === "no" ? t("sharing.notCopied") : ""}
      </Text>
    </Notice>
  );
}
