import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDownload } from "@/api/download";
import type { AttendanceProof } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { formatBytes, formatDuration, formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import { StateTag } from "@/ui/StateTag";
import { ProofForm } from "./ProofForm";
import {
  downloadFile,
  type Place,
  proofsQuery,
  sheetsQuery,
  totalsQuery,
  useRecordChanges,
} from "./queries";
import classes from "./Records.module.css";
import { slotName } from "./words";

interface Props {
  place: Place;
  /** Whether this person gives and withdraws elements. */
  writes: boolean;
}

/** What proves attendance beside signatures, for distance training. */
export function Proofs({ place, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(proofsQuery(place));
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Panel labelledBy="preuves">
      <Stack>
        <div className={classes.toolbar}>
          <div>
            <Title order={2} id="preuves">
              {t("recordProof.title")}
            </Title>
            <Text size="sm" c="dimmed" mt={4} maw="66ch">
              {t("recordProof.lead")}
            </Text>
          </div>
          {writes ? (
            <Button
              variant="default"
              aria-expanded={adding}
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setAdding(!adding)}
            >
              {t("recordProof.add")}
            </Button>
          ) : null}
        </div>
        {adding ? <ProofForm place={place} onDone={close} onCancel={close} /> : null}
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={160} role="img" aria-label={t("state.loading")} />
        ) : query.data.length === 0 ? (
          <Text c="dimmed">{t("recordProof.none")}</Text>
        ) : (
          <ul className={classes.rows}>
            {query.data.map((proof) => (
              <li key={proof.id}>
                <ProofRow place={place} proof={proof} writes={writes} />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

function ProofRow({ place, proof, writes }: Props & { proof: AttendanceProof }) {
  const { t } = useTranslation();
  const { withdraw } = useRecordChanges(place);
  const people = useQuery(totalsQuery(place)).data?.trainees ?? [];
  const sheets = useQuery(sheetsQuery(place)).data ?? [];
  const file = useDownload(downloadFile.bind(null, place));
  const person = people.find(({ enrolment_id: id }) => id === proof.enrolment_id);
  const sheet = sheets.find(({ slot_id: id }) => id === proof.slot_id);
  const card = proof.file;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{proof.description}</h3>
          <p className={classes.facts}>
            <span>{t(`recordProof.kind.${proof.kind}`)}</span>
            {person ? <span>{fullName(person)}</span> : null}
            <span>{formatMoment(proof.happened_at)}</span>
            {proof.minutes ? <span>{formatDuration(proof.minutes)}</span> : null}
            <span>{sheet ? slotName(sheet) : t("recordProof.wholeSession")}</span>
          </p>
        </div>
        {proof.withdrawn_at ? <StateTag tone="error">{t("recordProof.withdrawn")}</StateTag> : null}
      </div>
      {proof.withdrawn_at ? (
        <p className={classes.said}>
          {t("recordProof.withdrawnBecause", {
            date: formatMoment(proof.withdrawn_at),
            reason: proof.withdrawn_reason ?? "",
          })}
        </p>
      ) : null}
      <div className={`${classes.actions} ${classes.below}`}>
        {card && card.scan === "infected" ? (
          <Text size="sm" c="brick.8" fw={550}>
            {t("recordProof.infected")}
          </Text>
        ) : card ? (
          <Button
            variant="light"
            size="compact-sm"
            loading={file.isPending}
            aria-label={t("recordProof.downloadOf", { name: card.name })}
            onClick={() => file.mutate(card.id)}
          >
            {t("recordProof.download", { size: formatBytes(card.bytes) })}
          </Button>
        ) : null}
        {writes && !proof.withdrawn_at ? (
          <ReasonButton
            size="compact-sm"
            variant="subtle"
            label={t("recordProof.withdraw")}
            aria-label={t("recordProof.withdrawOf", { name: proof.description })}
            title={t("recordProof.withdrawTitle")}
            help={t("recordProof.withdrawHelp")}
            missing={t("recordProof.withdrawMissing")}
            confirm={t("recordProof.withdraw")}
            action={(reason) => withdraw(proof.id, reason)}
          />
        ) : null}
      </div>
      {file.error ? <ProblemNotice error={file.error} /> : null}
    </>
  );
}
