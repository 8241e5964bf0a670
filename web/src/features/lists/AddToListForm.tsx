import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AddedCandidates, CandidateList } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { allListsQuery, useListChanges } from "./queries";
import { allows } from "./rights";

const NEW = "new";

interface Props {
  profiles: readonly string[];
  /** The list they are on already. */
  except?: string;
  onClose: () => void;
  onAdded?: () => void;
}

/** On which list: those one may work with, or a new one. */
export function AddToListForm(props: Props) {
  const { t } = useTranslation();
  const lists = useQuery(allListsQuery);
  if (lists.isError) {
    return <ProblemNotice error={lists.error} onRetry={() => lists.refetch()} />;
  }
  if (!lists.data) return <Skeleton height={120} role="img" aria-label={t("state.loading")} />;
  return (
    <Choice
      {...props}
      lists={lists.data.filter((one) => one.id !== props.except && allows(one, "pipeline"))}
    />
  );
}

interface Done {
  list: CandidateList;
  result: AddedCandidates;
}

function Choice({ profiles, lists, onClose, onAdded }: Props & { lists: CandidateList[] }) {
  const { t } = useTranslation();
  const { create, add } = useListChanges();
  const [done, setDone] = useState<Done | null>(null);
  // A list that was made stays made when putting people on it failed.
  const [made, setMade] = useState<CandidateList | null>(null);
  const choices = made && !lists.some(({ id }) => id === made.id) ? [made, ...lists] : lists;
  const form = useForm({
    initialValues: { list: lists[0]?.id ?? NEW, name: "" },
    validate: {
      name: (name, { list }) => (list === NEW && name.trim() === "" ? t("form.required") : null),
    },
  });
  const { list: chosen } = form.getValues();
  const submission = useSubmission(form, async ({ list, name }) => {
    const known = choices.find(({ id }) => id === list);
    const to = known ?? (await create({ name: name.trim(), description: "" }));
    if (!known) {
      setMade(to);
      form.setFieldValue("list", to.id);
    }
    const result = await add(to.id, profiles);
    setDone({ list: to, result });
    onAdded?.();
  });

  if (done) return <Result {...done} onClose={onClose} />;
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Text>{t("addToList.people", { count: profiles.length })}</Text>
        <NativeSelect
          label={t("addToList.list")}
          data-autofocus
          data={[
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW, label: t("addToList.new") },
          ]}
          {...form.getInputProps("list")}
        />
        {chosen === NEW ? (
          <TextInput
            label={t("candidateList.name")}
            description={t("candidateList.nameHelp")}
            required
            maxLength={100}
            {...form.getInputProps("name")}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={submission.pending}>
            {t("addToList.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Result({ list, result, onClose }: Done & { onClose: () => void }) {
  const { t } = useTranslation();
  const { added, already_there: there, unavailable } = result;
  return (
    <Stack>
      <Notice
        tone={added.length > 0 ? "success" : "info"}
        announce
        title={t("addToList.done", { count: added.length, name: list.name })}
      >
        {there.length > 0 ? <p>{t("addToList.there", { count: there.length })}</p> : null}
        {unavailable.length > 0 ? (
          <p>{t("addToList.gone", { count: unavailable.length })}</p>
        ) : null}
      </Notice>
      <Group justify="flex-end">
        <ButtonLink to={paths.candidateList} params={{ list: list.id }} variant="default">
          {t("addToList.see")}
        </ButtonLink>
        <Button onClick={onClose} data-autofocus>
          {t("action.close")}
        </Button>
      </Group>
    </Stack>
  );
}
