import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { CandidateList, SavedSearch } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Dialog } from "@/ui/Dialog";
import { ColleagueAccess } from "./ColleagueAccess";
import { colleaguesQuery } from "./colleagues";
import { listAccessQuery, useListChanges } from "./queries";
import { ACCESSES } from "./rights";
import { savedAccessQuery, useSavedAccess } from "./savedAccess";

interface FrameProps extends Omit<ButtonProps, "children"> {
  title: string;
  spoken?: string;
  children: (close: () => void) => ReactNode;
}

function ShareButton({ title, spoken, children, ...button }: FrameProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        {...button}
        {...(spoken ? { "aria-label": spoken } : {})}
        onClick={dialog.open}
      >
        {t("colleagueShare.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={title}>
        {children(dialog.close)}
      </Dialog>
    </>
  );
}

/** With which colleagues a list is shared. */
export function ShareList(props: { list: CandidateList; membersLink: ReactNode }) {
  const { t } = useTranslation();
  return (
    <ShareButton title={t("colleagueShare.title", { name: props.list.name })}>
      {(close) => <ListShares {...props} onClose={close} />}
    </ShareButton>
  );
}

interface ListSharesProps {
  list: CandidateList;
  membersLink: ReactNode;
  onClose: () => void;
}

function ListShares({ list, ...props }: ListSharesProps) {
  const { t } = useTranslation();
  const { give, withdraw } = useListChanges();
  return (
    <ColleagueAccess
      {...props}
      given={useQuery(listAccessQuery(list.id))}
      accesses={ACCESSES.map((value) => ({ value, label: t(`listAccess.${value}.does`) }))}
      owner={list.owner?.id ?? null}
      give={(recruiter, access) => give(list.id, recruiter, access)}
      withdraw={(recruiter) => withdraw(list.id, recruiter)}
    />
  );
}

/** With which colleagues a saved search is shared. */
export function ShareSavedSearch(props: { saved: SavedSearch; membersLink: ReactNode }) {
  const { t } = useTranslation();
  const { name } = props.saved;
  return (
    <ShareButton
      title={t("colleagueShare.title", { name })}
      spoken={t("colleagueShare.openOf", { name })}
    >
      {(close) => <SearchShares {...props} onClose={close} />}
    </ShareButton>
  );
}

interface SearchSharesProps {
  saved: SavedSearch;
  membersLink: ReactNode;
  onClose: () => void;
}

function SearchShares({ saved, ...props }: SearchSharesProps) {
  const { t } = useTranslation();
  const { give, withdraw } = useSavedAccess(saved.id);
  return (
    <ColleagueAccess
      {...props}
      given={useQuery(savedAccessQuery(saved.id))}
      accesses={[
        { value: "view", label: t("listAccess.saved.view") },
        { value: "full", label: t("listAccess.saved.full") },
      ]}
      owner={null}
      give={give}
      withdraw={withdraw}
    />
  );
}

/** Gives up one’s own access to a colleague’s search. */
export function LeaveSavedSearch({ saved, onGone }: { saved: SavedSearch; onGone: () => void }) {
  const { t } = useTranslation();
  const { withdraw } = useSavedAccess(saved.id);
  const me = useQuery(colleaguesQuery).data?.find((one) => one.me);
  if (!me) return null;
  const words = { name: saved.name };
  return (
    <ConfirmButton
      label={t("colleagueShare.leave")}
      aria-label={t("colleagueShare.leaveOf", words)}
      title={t("colleagueShare.leaveTitle", words)}
      confirm={t("colleagueShare.leave")}
      variant="subtle"
      size="compact-sm"
      action={async () => {
        await withdraw(me.id);
        onGone();
      }}
    >
      {t("colleagueShare.leaveText")}
    </ConfirmButton>
  );
}
