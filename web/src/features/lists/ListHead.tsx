import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { CandidateList } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Dialog } from "@/ui/Dialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { colleaguesQuery } from "./colleagues";
import { ListFields, listBody, listValues } from "./ListFields";
import { ListAccessTag } from "./Lists";
import classes from "./Lists.module.css";
import { useListChanges } from "./queries";
import { allows } from "./rights";
import { ShareList } from "./Sharing";

interface Props {
  list: CandidateList;
  /** The way to invite colleagues. */
  membersLink: ReactNode;
  /** Called once the list is deleted, or one left it. */
  onGone: () => void;
}

/** What a list says of itself, and what can be done with the list as a whole. */
export function ListHead({ list, membersLink, onGone }: Props) {
  const { t } = useTranslation();
  const { remove } = useListChanges();
  const [editing, edit] = useDisclosure(false);
  return (
    <Stack gap="sm">
      <p className={classes.meta}>
        <span>{t("candidateList.people", { count: list.counts.total })}</span>
        <ListAccessTag list={list} />
      </p>
      {list.description ? <p className={classes.description}>{list.description}</p> : null}
      <div className={classes.tools}>
        {allows(list, "full") ? (
          <>
            <Button variant="subtle" size="compact-sm" onClick={edit.open}>
              {t("candidateList.edit")}
            </Button>
            <Dialog opened={editing} onClose={edit.close} title={t("candidateList.edit")}>
              <EditList list={list} onClose={edit.close} />
            </Dialog>
            <ShareList list={list} membersLink={membersLink} />
          </>
        ) : null}
        {allows(list, "owner") ? (
          <ConfirmButton
            label={t("candidateList.delete")}
            title={t("candidateList.deleteTitle", { name: list.name })}
            confirm={t("candidateList.delete")}
            danger
            variant="subtle"
            color="brick"
            size="compact-sm"
            action={async () => {
              await remove(list.id);
              onGone();
            }}
          >
            {t("candidateList.deleteText")}
          </ConfirmButton>
        ) : (
          <LeaveList list={list} onGone={onGone} />
        )}
      </div>
    </Stack>
  );
}

function EditList({ list, onClose }: { list: CandidateList; onClose: () => void }) {
  const { t } = useTranslation();
  const { update } = useListChanges();
  const form = useForm({
    initialValues: listValues(list),
    validate: { name: (name) => (name.trim() === "" ? t("form.required") : null) },
  });
  const submission = useVersionedForm({
    form,
    current: list,
    valuesOf: listValues,
    send: (values, version) => update(list.id, version, listBody(values)),
    onDone: onClose,
  });
  return (
    <VersionedForm
      plain
      submission={submission}
      factsOf={({ name, description }) => [
        [t("candidateList.name"), name],
        [t("candidateList.description"), description],
      ]}
      submit={t("action.save")}
      onCancel={onClose}
    >
      <ListFields form={form} />
    </VersionedForm>
  );
}

/** Gives up one's own access to a colleague’s list. */
function LeaveList({ list, onGone }: { list: CandidateList; onGone: () => void }) {
  const { t } = useTranslation();
  const { leave } = useListChanges();
  const me = useQuery(colleaguesQuery).data?.find((one) => one.me);
  if (!me) return null;
  return (
    <ConfirmButton
      label={t("candidateList.leave")}
      title={t("candidateList.leaveTitle", { name: list.name })}
      confirm={t("candidateList.leave")}
      variant="subtle"
      size="compact-sm"
      action={async () => {
        await leave(list.id, me.id);
        onGone();
      }}
    >
      {t("candidateList.leaveText")}
    </ConfirmButton>
  );
}
