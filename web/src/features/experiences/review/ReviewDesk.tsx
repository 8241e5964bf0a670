import { NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { asProblem, ILLEGAL, messagesOf } from "@/api/problem";
import type { ReviewedExperience } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { DecisionView } from "../DecisionView";
import classes from "../Experiences.module.css";
import { HistoryList } from "../HistoryList";
import { SubmissionTag } from "../Tags";
import { AskForm } from "./AskForm";
import { DecisionForm } from "./DecisionForm";
import { reviewGridsQuery, useReview } from "./queries";
import { RefuseForm } from "./RefuseForm";
import type { Reviewer } from "./ReviewQueue";

/** Finds a skill of the catalogue; given by the page, which knows how. */
export type PickSkill = (
  taken: ReadonlySet<string>,
  onPick: (code: string, label: string) => void,
) => ReactNode;

type Way = "attest" | "refuse" | "ask";
const WAYS: Way[] = ["attest", "ask", "refuse"];

interface Props {
  organisation: string;
  review: ReviewedExperience;
  reviewers: Reviewer[];
  /** Whether this person decides here. */
  writes: boolean;
  skillPicker: PickSkill;
}

/** What an organisation makes of an experience: who looks at it, what is decided, or what was. */
export function ReviewDesk({ organisation, review, reviewers, writes, skillPicker }: Props) {
  const { t } = useTranslation();
  const { status, decision, history } = review;
  const [way, setWay] = useState<Way>("attest");
  const [done, setDone] = useState("");
  const open = status === "submitted" && writes && !review.withdrawn;
  return (
    <Panel labelledBy="avis">
      <Stack>
        <div className={classes.head}>
          <Title order={2} id="avis">
            {t("experienceReview.title")}
          </Title>
          <SubmissionTag status={status} />
        </div>
        <p className={classes.facts}>
          <span>{t("reviewQueue.sent", { date: formatDay(review.submitted_at) })}</span>
          {review.round > 1 ? (
            <span>{t("experienceReview.round", { count: review.round })}</span>
          ) : null}
          {status === "submitted" ? (
            <span>{t("reviewQueue.due", { date: formatDateShort(review.due_on) })}</span>
          ) : null}
        </p>
        <div role="status">{done ? <Notice tone="success" title={done} /> : null}</div>
        {review.withdrawn ? <Notice title={t("experienceReview.withdrawn")} /> : null}
        <Assignee
          organisation={organisation}
          review={review}
          reviewers={reviewers}
          writes={writes && (status === "submitted" || status === "to_complete")}
        />
        {status === "to_complete" ? <Notice title={t("experienceReview.waitsForPerson")} /> : null}
        {decision ? <DecisionView decision={decision} /> : null}
        {open ? (
          <>
            <Choices<Way>
              legend={t("experienceReview.way")}
              value={way}
              choices={WAYS.map((value) => ({ value, label: t(`experienceReview.ways.${value}`) }))}
              onChange={setWay}
            />
            {way === "attest" ? (
              <Attesting
                organisation={organisation}
                review={review}
                skillPicker={skillPicker}
                onDone={() => setDone(t("experienceReview.attested"))}
              />
            ) : null}
            {way === "ask" ? (
              <AskForm
                organisation={organisation}
                submission={review.id}
                onDone={() => setDone(t("experienceReview.askedFor"))}
              />
            ) : null}
            {way === "refuse" ? (
              <RefuseForm
                organisation={organisation}
                submission={review.id}
                onDone={() => setDone(t("experienceReview.refused"))}
              />
            ) : null}
          </>
        ) : null}
        <HistoryList history={history} about={review.title} />
      </Stack>
    </Panel>
  );
}

interface AttestingProps {
  organisation: string;
  review: ReviewedExperience;
  skillPicker: PickSkill;
  onDone: () => void;
}

function Attesting(props: AttestingProps) {
  const { t } = useTranslation();
  const grids = useQuery(reviewGridsQuery(props.organisation));
  if (grids.isError) {
    return <ProblemNotice error={grids.error} onRetry={() => void grids.refetch()} />;
  }
  if (!grids.data) {
    return <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return <DecisionForm {...props} grids={grids.data} />;
}

interface AssigneeProps {
  organisation: string;
  review: ReviewedExperience;
  reviewers: Reviewer[];
  writes: boolean;
}

/** Who looks at it: reminded of it alone. */
function Assignee({ organisation, review, reviewers, writes }: AssigneeProps) {
  const { t } = useTranslation();
  const { assign, renew } = useReview(organisation, review.id);
  const { assigned_to: assignee } = review;
  const change = useMutation({
    mutationFn: (person: string | null) => assign(person),
    onError: (refusal) => {
      if (asProblem(refusal).code === ILLEGAL) void renew();
    },
  });
  if (!writes) {
    return (
      <Text size="sm" c="dimmed">
        {assignee ? t("reviewQueue.by", { name: assignee.name }) : t("reviewQueue.byNobody")}
      </Text>
    );
  }
  const known = reviewers.some(({ id }) => id === assignee?.person_id);
  return (
    <div>
      <NativeSelect
        label={t("experienceReview.assignee")}
        maw={340}
        value={assignee?.person_id ?? ""}
        disabled={change.isPending}
        data={[
          { value: "", label: t("reviewQueue.byNobody") },
          ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
          ...(assignee && !known ? [{ value: assignee.person_id, label: assignee.name }] : []),
        ]}
        onChange={(event) => change.mutate(event.currentTarget.value || null)}
      />
      {change.error ? (
        <ProblemNotice error={change.error} messages={messagesOf(change.error)} />
      ) : null}
    </div>
  );
}
