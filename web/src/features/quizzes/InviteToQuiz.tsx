import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { QuizInvitationsSent } from "@/api/types";
import { useTranslation } from "@/i18n/companyQuizzes";
import { addDays, addMonths, formatDateShort, instantOf, today } from "@/lib/days";
import { formatDuration } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useCandidates } from "./candidateQueries";
import { COMPANY } from "./owner";
import { publishedQuery, revisionQuery } from "./quizQueries";
import { useFaults } from "./useFaults";

const USUAL_DAYS = 30;
const LONGEST_DAYS = 89;
const KEPT_MONTHS = 3;

interface Props {
  /** The profiles to invite. */
  profiles: readonly string[];
  /** What the company is called: people read who will see their answers. */
  company: string;
  /** Where a quiz is written, for a company that has published none. */
  quizzesLink: ReactNode;
  onClose: () => void;
}

/** Invites people to a quiz of the company, who are told beforehand what for, how long, who reads them and for how long. */
export function InviteToQuiz({ profiles, company, quizzesLink, onClose }: Props) {
  const { t } = useTranslation();
  const quizzes = useQuery(publishedQuery(COMPANY));
  const [chosen, setChosen] = useState<string | null>(null);
  const [purpose, setPurpose] = useState("");
  const [day, setDay] = useState(() => addDays(today(), USUAL_DAYS));
  const [pending, setPending] = useState(false);
  const [sent, setSent] = useState<QuizInvitationsSent | null>(null);
  const { faults, clear, refuse } = useFaults();
  const quiz = quizzes.data?.find(({ id }) => id === chosen) ?? quizzes.data?.[0];
  const { invite } = useCandidates(quiz?.id ?? "");

  if (quizzes.isError) {
    return <ProblemNotice error={quizzes.error} onRetry={() => quizzes.refetch()} />;
  }
  if (quizzes.isPending) {
    return <Skeleton height={220} role="img" aria-label={t("state.loading")} />;
  }
  if (!quiz) {
    return (
      <Notice icon="help" title={t("inviting.none")} actions={quizzesLink}>
        {t("inviting.noneHelp")}
      </Notice>
    );
  }
  if (sent) return <Sent sent={sent} onClose={onClose} />;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    clear();
    try {
      const words = purpose.trim();
      setSent(
        await invite({
          profile_ids: [...profiles],
          purpose: words === "" ? null : words,
          // A quiz that closes with a day is open until that day is over.
          closes_at: day === "" ? null : instantOf(addDays(day, 1), "00:00"),
        }),
      );
    } catch (refusal) {
      refuse(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {faults.problem ? (
          <ProblemNotice
            error={faults.problem}
            messages={[
              ...faults.messages((pointer) => /^\/(purpose|closes_at)$/.test(pointer)),
              ...quota(t, faults.problem.current),
            ]}
          />
        ) : null}
        <NativeSelect
          label={t("inviting.quiz")}
          value={quiz.id}
          data={quizzes.data.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          label={t("inviting.purpose")}
          description={t("inviting.purposeHelp")}
          maxLength={200}
          value={purpose}
          error={faults.at("/purpose")}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("inviting.closes")}
          description={t("inviting.closesHelp")}
          min={today()}
          max={addDays(today(), LONGEST_DAYS)}
          value={day}
          error={faults.at("/closes_at")}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Announced quiz={quiz.id} revision={quiz.revision} company={company} day={day} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={pending} disabled={profiles.length === 0}>
            {t("inviting.send", { count: profiles.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Say = ReturnType<typeof useTranslation>["t"];

/** How many may still be invited today, where that is why it was refused. */
function quota(t: Say, current: unknown): string[] {
  const left = (current as { left_today?: unknown } | null)?.left_today;
  return typeof left === "number" ? [t("inviting.left", { count: left })] : [];
}

interface AnnouncedProps {
  quiz: string;
  revision: number;
  company: string;
  day: string;
}

/** What people read before they begin. */
function Announced({ quiz, revision, company, day }: AnnouncedProps) {
  const { t } = useTranslation();
  const query = useQuery(revisionQuery(COMPANY, quiz, revision));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={120} role="img" aria-label={t("state.loading")} />;
  }
  const { minutes, hides_names: hidden, integrity_signals: counts } = query.data.settings;
  return (
    <Notice title={t("announced.title")}>
      <Facts
        facts={[
          [
            t("announced.time"),
            minutes == null ? t("announced.untilClose") : formatDuration(minutes),
          ],
          [
            t("announced.readers"),
            t(hidden ? "announced.readersHidden" : "announced.readersNamed", { company }),
          ],
          ...(day === ""
            ? []
            : [
                [t("announced.kept"), formatDateShort(addMonths(day, KEPT_MONTHS))] as [
                  string,
                  string,
                ],
              ]),
          ...(counts
            ? [[t("announced.signals"), t("announced.signalsCounted")] as [string, string]]
            : []),
          [t("announced.choice"), t("announced.optional")],
        ]}
      />
    </Notice>
  );
}

function Sent({ sent, onClose }: { sent: QuizInvitationsSent; onClose: () => void }) {
  const { t } = useTranslation();
  const { invited, skipped, left_today: left } = sent;
  return (
    <Stack>
      <Notice
        tone={invited.length > 0 ? "success" : "warning"}
        announce
        title={
          invited.length === 0
            ? t("inviting.nobody")
            : t("inviting.sent", { count: invited.length })
        }
      >
        {skipped.length > 0 ? t("inviting.skipped", { count: skipped.length }) : null}
      </Notice>
      <Text size="sm" c="dimmed">
        {t("inviting.left", { count: left })}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("action.close")}</Button>
      </Group>
    </Stack>
  );
}
