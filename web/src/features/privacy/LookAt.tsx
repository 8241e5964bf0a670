import { Button, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { PersonData } from "@/api/types";
import { useTranslation } from "@/i18n/register";
import { formatMoment } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { HELP_BELOW, useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { lookAt } from "./changes";
import classes from "./Privacy.module.css";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORTEST = 10;
const LONGEST = 500;

/** Who somebody is, for the platform's own people: with a reason, noted, and told to the person. Nothing of it is kept here. */
export function LookAt() {
  const { t } = useTranslation();
  const [found, setFound] = useState<PersonData | null>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { id: "", reason: "" },
    validate: {
      id: (value) => (ID.test(value.trim().toLowerCase()) ? null : t("looking.idFault")),
      reason: (value) => ([...value.trim()].length < SHORTEST ? t("looking.reasonFault") : null),
    },
  });
  const submission = useSubmission(form, async ({ id, reason }) => {
    setFound(null);
    setFound(await lookAt(id.trim().toLowerCase(), reason.trim()));
    form.reset();
  });
  return (
    <Panel labelledBy="consulter">
      <Stack>
        <div>
          <Title order={2} id="consulter">
            {t("looking.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("looking.lead")}
          </Text>
        </div>
        <form onSubmit={submission.onSubmit} noValidate>
          <Stack>
            {submission.problem ? (
              <ProblemNotice error={submission.problem} messages={submission.messages} />
            ) : null}
            <TextInput
              key={form.key("id")}
              label={t("looking.id")}
              description={t("looking.idHelp")}
              inputWrapperOrder={HELP_BELOW}
              autoComplete="off"
              spellCheck={false}
              required
              {...form.getInputProps("id")}
            />
            <Textarea
              key={form.key("reason")}
              label={t("looking.reason")}
              description={t("looking.reasonHelp")}
              inputWrapperOrder={HELP_BELOW}
              autosize
              minRows={2}
              maxLength={LONGEST}
              required
              {...form.getInputProps("reason")}
            />
            <Group>
              <Button type="submit" loading={submission.pending}>
                {t("looking.send")}
              </Button>
            </Group>
          </Stack>
        </form>
        {found ? <Found person={found} onClose={() => setFound(null)} /> : null}
      </Stack>
    </Panel>
  );
}

function Found({ person, onClose }: { person: PersonData; onClose: () => void }) {
  const { t } = useTranslation();
  const moment = (at: string | null | undefined) => (at ? formatMoment(at) : t("looking.never"));
  const { roles } = person;
  return (
    <Stack gap="sm">
      <Notice tone="success" announce>
        {t("looking.noted")}
      </Notice>
      <Title order={3}>{t("looking.shown")}</Title>
      <Facts
        facts={[
          [t("looking.name"), `${person.first_name} ${person.last_name}`],
          [t("looking.email"), person.email],
          [t("looking.confirmed"), moment(person.email_confirmed_at)],
          [t("looking.created"), formatMoment(person.created_at)],
          [t("looking.signedIn"), moment(person.signed_in_at)],
          [t("looking.totp"), t(person.has_second_factor ? "looking.on" : "looking.off")],
          ...optional(t("looking.disabled"), person.disabled_at),
          ...optional(t("looking.erase"), person.erase_at),
        ]}
      />
      <div>
        <p className={classes.facts}>
          <span>{t("looking.roles")}</span>
        </p>
        {roles.length === 0 ? <Text>{t("looking.none")}</Text> : null}
        <ul className={classes.bullets}>
          {roles.map(({ of, name, role }) => (
            <li key={`${of}-${name}-${role}`}>{t("looking.role", { name, role })}</li>
          ))}
        </ul>
      </div>
      <Group>
        <Button variant="default" size="sm" onClick={onClose}>
          {t("looking.close")}
        </Button>
      </Group>
    </Stack>
  );
}

const optional = (name: string, at: string | null | undefined): [string, string][] =>
  at ? [[name, formatMoment(at)]] : [];
