import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { CompanyInvitation, CompanyRole } from "@/api/types";
import { useTranslation } from "@/i18n/members";
import { formatDay } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { HELP_BELOW, useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ROLES } from "./MemberList";
import classes from "./Members.module.css";
import { useInvitations, useMemberChanges } from "./queries";

/** Invites colleagues by mail, and shows whose answer is awaited. */
export function Invitations() {
  const { t } = useTranslation();
  const list = useInvitations();
  return (
    <Panel labelledBy="inviter">
      <Stack>
        <div>
          <Title order={2} id="inviter">
            {t("colleagueInvite.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("colleagueInvite.lead")}
          </Text>
        </div>
        <InviteForm />
        <Title order={3} fz="md">
          {t("colleagueInvite.waiting")}
        </Title>
        <PagedList list={list} height={80} none={<Text>{t("colleagueInvite.none")}</Text>}>
          {(invitations) => (
            <ul className={classes.list}>
              {invitations.map((invitation) => (
                <li key={invitation.id}>
                  <Waiting invitation={invitation} />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function InviteForm() {
  const { t } = useTranslation();
  const { invite } = useMemberChanges();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: "", role: "member" },
    validate: { email: (value) => (value.includes("@") ? null : t("form.email")) },
  });
  const submission = useSubmission(
    form,
    async ({ email, role }) => {
      setSentTo(null);
      const { email: address } = await invite({ email: email.trim(), role: role as CompanyRole });
      form.reset();
      setSentTo(address);
    },
    { fieldOfCode: { already_colleague: "email" } },
  );
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        {sentTo ? (
          <Notice tone="success" announce title={t("colleagueInvite.sent", { email: sentTo })} />
        ) : null}
        <div className={classes.fields}>
          <TextInput
            label={t("field.email")}
            description={t("colleagueInvite.emailHelp")}
            inputWrapperOrder={HELP_BELOW}
            type="email"
            autoComplete="off"
            required
            {...form.getInputProps("email")}
          />
          <NativeSelect
            label={t("colleagueInvite.role")}
            description={t(`companyRole.${form.getValues().role as CompanyRole}.does`)}
            inputWrapperOrder={HELP_BELOW}
            size="md"
            data={ROLES.map((value) => ({ value, label: t(`companyRole.${value}.name`) }))}
            {...form.getInputProps("role")}
          />
        </div>
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("colleagueInvite.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Waiting({ invitation }: { invitation: CompanyInvitation }) {
  const { t } = useTranslation();
  const { revoke } = useMemberChanges();
  const { email, role, expires_at: expiresAt } = invitation;
  return (
    <div className={classes.row}>
      <span className={classes.person}>
        <strong>{email}</strong>
        <span className={classes.detail}>
          {t(`companyRole.${role}.name`)},{" "}
          {t("colleagueInvite.until", { date: formatDay(expiresAt) })}
        </span>
      </span>
      <ConfirmButton
        label={t("colleagueInvite.revoke")}
        aria-label={t("colleagueInvite.revokeOf", { email })}
        title={t("colleagueInvite.revokeTitle", { email })}
        confirm={t("colleagueInvite.revoke")}
        variant="subtle"
        color="brick"
        danger
        action={() => revoke(invitation.id)}
      >
        {t("colleagueInvite.revokeText")}
      </ConfirmButton>
    </div>
  );
}
