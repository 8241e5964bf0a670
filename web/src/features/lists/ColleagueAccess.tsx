import { Button, Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/lists";
import { fullName } from "@/lib/names";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { colleaguesQuery } from "./colleagues";
import classes from "./Lists.module.css";

interface Given<A> {
  recruiter_id: string;
  first_name: string;
  last_name: string;
  access: A;
}

interface Props<A extends string> {
  given: UseQueryResult<Given<A>[]>;
  /** What can be given, the least first, with its name. */
  accesses: { value: A; label: string }[];
  /** Whose it is: nobody gives them less. */
  owner: string | null;
  give: (recruiter: string, access: A) => Promise<unknown>;
  withdraw: (recruiter: string) => Promise<unknown>;
  /** The way to invite colleagues, for those who have none here. */
  membersLink: ReactNode;
  onClose: () => void;
}

/** Which colleagues see it and what they may do with it: changed at once, one by one. */
export function ColleagueAccess<A extends string>(props: Props<A>) {
  const { given, accesses, owner } = props;
  const { t } = useTranslation();
  const colleagues = useQuery(colleaguesQuery);
  const failed = [given, colleagues].find((query) => query.isError && !query.data);
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => failed.refetch()} />;
  if (!given.data || !colleagues.data) {
    return <Skeleton height={160} role="img" aria-label={t("state.loading")} />;
  }
  const shared = new Set(given.data.map((one) => one.recruiter_id));
  const others = colleagues.data.filter(
    ({ id, me, status }) => !me && status === "granted" && id !== owner && !shared.has(id),
  );
  return (
    <Stack>
      {given.data.length === 0 ? (
        others.length > 0 ? (
          <Text>{t("colleagueShare.nobody")}</Text>
        ) : null
      ) : (
        <ul className={classes.colleagues} aria-label={t("colleagueShare.list")}>
          {given.data.map((one) => (
            <li key={one.recruiter_id}>
              <Row {...props} one={one} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 ? (
        <Give
          key={others.map(({ id }) => id).join()}
          others={others.map((one) => ({ value: one.id, label: fullName(one) }))}
          accesses={accesses}
          give={props.give}
        />
      ) : shared.size === 0 ? (
        <Notice icon="users" title={t("colleagueShare.alone")} actions={props.membersLink}>
          {t("colleagueShare.aloneHelp")}
        </Notice>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {t("action.close")}
        </Button>
      </Group>
    </Stack>
  );
}

function Row<A extends string>({ one, accesses, give, withdraw }: Props<A> & { one: Given<A> }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<A | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const name = fullName(one);
  const run = async (change: () => Promise<unknown>) => {
    setError(null);
    await change().catch(setError);
    setChosen(null);
    setLeaving(false);
  };
  return (
    <>
      <div className={classes.colleague} aria-busy={chosen !== null || leaving}>
        <strong>{name}</strong>
        <Group gap="xs">
          <NativeSelect
            size="sm"
            aria-label={t("colleagueShare.accessOf", { name })}
            value={chosen ?? one.access}
            data={accesses}
            onChange={(event) => {
              const access = event.currentTarget.value as A;
              setChosen(access);
              void run(() => give(one.recruiter_id, access));
            }}
          />
          <Button
            variant="subtle"
            color="brick"
            size="compact-sm"
            aria-label={t("colleagueShare.withdrawOf", { name })}
            loading={leaving}
            onClick={() => {
              setLeaving(true);
              void run(() => withdraw(one.recruiter_id));
            }}
          >
            {t("colleagueShare.withdraw")}
          </Button>
        </Group>
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </>
  );
}

interface GiveProps<A> {
  others: { value: string; label: string }[];
  accesses: { value: A; label: string }[];
  give: (recruiter: string, access: A) => Promise<unknown>;
}

function Give<A extends string>({ others, accesses, give }: GiveProps<A>) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { recruiter: others[0]?.value ?? "", access: accesses[0]?.value ?? "" },
  });
  const submission = useSubmission(form, ({ recruiter, access }) => give(recruiter, access as A));
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack gap="sm">
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <NativeSelect
          label={t("colleagueShare.colleague")}
          data={others}
          {...form.getInputProps("recruiter")}
        />
        <NativeSelect
          label={t("colleagueShare.access")}
          data={accesses as { value: string; label: string }[]}
          {...form.getInputProps("access")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("colleagueShare.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
