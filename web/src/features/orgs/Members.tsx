import { Group, NativeSelect, Stack, Title } from "@mantine/core";
import { useState } from "react";
import type { Member, Role } from "@/api/types";
import { useTranslation } from "@/i18n/orgs";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Members.module.css";
import { useMembers, useMembership } from "./queries";
import { grantable } from "./roles";

interface Props {
  organisation: string;
  /** The role of the person who looks, and who that person is: nobody changes their own role. */
  role: Role;
  self: string;
}

/** The people of the organisation, with their role. */
export function Members({ organisation, role, self }: Props) {
  const { t } = useTranslation();
  const list = useMembers(organisation);
  return (
    <Panel labelledBy="membres">
      <Stack>
        <Title order={2} id="membres">
          {t("members.title")}
        </Title>
        <PagedList list={list} height={120} none={null}>
          {(members) => (
            <ul className={classes.list}>
              {members.map((member) => (
                <li key={member.person_id}>
                  <MemberRow
                    member={member}
                    organisation={organisation}
                    roles={member.person_id === self ? [] : grantable(role)}
                    isSelf={member.person_id === self}
                  />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

interface RowProps {
  member: Member;
  organisation: string;
  /** Roles that may be given here; a member above them is shown without controls. */
  roles: Role[];
  isSelf: boolean;
}

function MemberRow({ member, organisation, roles, isSelf }: RowProps) {
  const { t } = useTranslation();
  const membership = useMembership(organisation);
  const [error, setError] = useState<unknown>(null);
  // The role just chosen stays in sight until the server has answered.
  const [chosen, setChosen] = useState<Role | null>(null);
  const change = async (next: Role) => {
    setChosen(next);
    setError(null);
    await membership.changeRole(member.person_id, next).catch(setError);
    setChosen(null);
  };
  const name = fullName(member);
  const editable = roles.includes(member.role);
  return (
    <>
      <div className={classes.row} aria-busy={chosen !== null}>
        <span className={classes.person}>
          <strong>{name}</strong>
          <span className={classes.email}>{member.email}</span>
        </span>
        {editable ? (
          <Group gap="xs" wrap="nowrap">
            <NativeSelect
              aria-label={t("members.roleOf", { name })}
              value={chosen ?? member.role}
              onChange={(event) => change(event.currentTarget.value as Role)}
              data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
            <ConfirmButton
              label={t("members.remove")}
              aria-label={t("members.removeOf", { name })}
              title={t("members.removeTitle", { name })}
              confirm={t("members.remove")}
              variant="subtle"
              danger
              action={() => membership.remove(member.person_id)}
            >
              {t("members.removeText")}
            </ConfirmButton>
          </Group>
        ) : (
          <span className={classes.role}>
            {t(`role.${member.role}`)}
            {isSelf ? ` (${t("members.self")})` : null}
          </span>
        )}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </>
  );
}
