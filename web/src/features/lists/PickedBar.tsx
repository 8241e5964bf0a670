import { Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Candidate, CandidateList } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { Dialog } from "@/ui/Dialog";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { AddToList } from "./AddToList";
import classes from "./Lists.module.css";
import { AT_ONCE, allListsQuery, useListChanges } from "./queries";
import { allows } from "./rights";

interface Props {
  list: CandidateList;
  picked: Candidate[];
  works: boolean;
  offerLink: (profiles: string[], label: string) => ReactNode;
  onClear: () => void;
  /** Called once they are on another list. */
  onMoved: () => void;
}

/** What can be done with those who are picked. */
export function PickedBar({ list, picked, works, offerLink, onClear, onMoved }: Props) {
  const { t } = useTranslation();
  const [moving, move] = useDisclosure(false);
  const profiles = picked.flatMap(({ profile }) => (profile ? [profile.profile_id] : []));
  const tooMany = picked.length > AT_ONCE;
  return (
    <section className={classes.bar} aria-label={t("listPicked.title")}>
      <div className={classes.picked}>
        <span role="status">{t("listPicked.count", { count: picked.length })}</span>
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {t("listPicked.clear")}
        </Button>
      </div>
      <div className={classes.actions}>
        {profiles.length > 0 && !tooMany ? offerLink(profiles, t("listPicked.offer")) : null}
        <AddToList profiles={profiles} size="sm" except={list.id} />
        {works ? (
          <>
            <Button variant="default" size="sm" disabled={tooMany} onClick={move.open}>
              {t("listPicked.move")}
            </Button>
            <Dialog opened={moving} onClose={move.close} title={t("listPicked.moveTitle")}>
              <Move list={list} picked={picked} onClose={move.close} onMoved={onMoved} />
            </Dialog>
          </>
        ) : null}
      </div>
      {tooMany ? <Text size="sm">{t("listPicked.tooMany", { most: AT_ONCE })}</Text> : null}
    </section>
  );
}

type MoveProps = Pick<Props, "list" | "picked" | "onMoved"> & { onClose: () => void };

function Move(props: MoveProps) {
  const { t } = useTranslation();
  const lists = useQuery(allListsQuery);
  if (lists.isError) {
    return <ProblemNotice error={lists.error} onRetry={() => lists.refetch()} />;
  }
  const others = (lists.data ?? []).filter(
    (one) => one.id !== props.list.id && allows(one, "pipeline"),
  );
  if (lists.data && others.length === 0) {
    return <Notice icon="list" title={t("listPicked.noOther")} />;
  }
  return lists.data ? <MoveForm {...props} others={others} /> : null;
}

function MoveForm({
  list,
  picked,
  others,
  onClose,
  onMoved,
}: MoveProps & { others: CandidateList[] }) {
  const { t } = useTranslation();
  const { move } = useListChanges();
  const [ids] = useState(() => picked.map(({ id }) => id));
  const form = useForm({ initialValues: { to: others[0]?.id ?? "" } });
  const submission = useSubmission(form, async ({ to }) => {
    await move(list.id, to, ids);
    onClose();
    onMoved();
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Text>{t("listPicked.moveHelp", { count: ids.length })}</Text>
        <NativeSelect
          label={t("listPicked.to")}
          data-autofocus
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("to")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={submission.pending}>
            {t("listPicked.move")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
