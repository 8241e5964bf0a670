import { Group, NativeSelect, Stack, Title } from "@mantine/core";
import { useState } from "react";
import type { CompanyMember, CompanyRole } from "@/api/types";
import { useTranslation } from "@/i18n/members";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import classes from "./Members.module.css";
import { useMemberChanges, useMembers } from "./queries";

export const ROLES: CompanyRole[] = ["member", "admin"];

/** Those who recruit for the company; its admins give roles and take people out. */
export function MemberList({ runs }: { runs: boolean }) {
  const { t } = useTranslation();
  const list = useMembers();
  return (
    <Panel labelledBy="membres">
      <Stack>
        <Title order={2} id="membres">
          {t("colleagues.title")}
        </Title>
        <PagedList list={list} height={160} none={null}>
          {(members) => (
            <ul className={classes.list}>
              {members.map((member) => (
                <li key={member.id}>
                  <Row member={member} runs={runs} />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function Row({ member, runs }: { member: CompanyMember; runs: boolean }) {
  const { t } = useTranslation();
  const { setRole, remove } = useMemberChanges();
  const [error, setError] = useState<unknown>(null);
  // The role just chosen stays in sight until the server has answered.
  const [chosen, setChosen] = useState<CompanyRole | null>(null);
  const change = async (role: CompanyRole) => {
    setChosen(role);
    setError(null);
    await setRole(member.id, role).catch(setError);
    setChosen(null);
  };
  const name = fullName(member);
  const granted = member.status === "granted";
  return (
    <>
      <div className={classes.row} aria-busy={chosen !== null}>
        <span className={classes.person}>
          <strong>
            {name}
            {member.me ? ` (${t("colleagues.self")})` : null}
          </strong>
          {member.email ? <span className={classes.detail}>{member.email}</span> : null}
          {member.confirmed_at ? (
            <span className={classes.detail}>
              {t("colleagues.confirmed", { date: formatDay(member.confirmed_at) })}
            </span>
          ) : null}
        </span>
        <Group gap="xs">
          {granted ? null : (
            <StateTag tone="warning">
              {t(member.lapsed ? "colleagues.lapsed" : "colleagues.suspended")}
            </StateTag>
          )}
          {runs && granted ? (
            <NativeSelect
              aria-label={t("colleagues.roleOf", { name })}
              value={chosen ?? member.role}
              onChange={(event) => change(event.currentTarget.value as CompanyRole)}
              data={ROLES.map((value) => ({ value, label: t(`companyRole.${value}.name`) }))}
            />
          ) : (
            <span className={classes.detail}>{t(`companyRole.${member.role}.name`)}</span>
          )}
          {runs && !member.me ? (
            <ConfirmButton
              label={t("colleagues.remove")}
              aria-label={t("colleagues.removeOf", { name })}
              title={t("colleagues.removeTitle", { name })}
              confirm={t("colleagues.remove")}
              variant="subtle"
              color="brick"
              danger
              action={() => remove(member.id)}
            >
              {t("colleagues.removeText")}
            </ConfirmButton>
          ) : null}
        </Group>
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </>
  );
}
