import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Certificate, CertificatesIssued } from "@/api/types";
import { useTranslation } from "@/i18n/certificates";
import { formatPeriod, today } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { CERTIFICATE_FORMATS, ExportButtons } from "./ExportButtons";
import { Issued } from "./Issued";
import { IssueForm } from "./IssueForm";
import { unclosed } from "./model/sheets";
import {
  certificatesQuery,
  downloadCertificate,
  type Place,
  sheetsQuery,
  totalsQuery,
} from "./queries";
import classes from "./Records.module.css";
import { ReplaceForm } from "./ReplaceForm";
import { certificateName } from "./words";

interface Props {
  place: Place;
  /** Whether this person issues and replaces. */
  writes: boolean;
}

/** The certificates of a session: what prevents them, the form to issue some, the list of those there are. */
export function Certificates({ place, writes }: Props) {
  const { t } = useTranslation();
  const totals = useQuery(totalsQuery(place));
  const sheets = useQuery(sheetsQuery(place)).data ?? [];
  const [answer, setAnswer] = useState<CertificatesIssued | null>(null);
  const open = unclosed(sheets, today());
  const people = totals.data?.trainees ?? [];
  return (
    <>
      {writes ? (
        <Panel labelledBy="etablir">
          <Stack>
            <div>
              <Title order={2} id="etablir">
                {t("certify.title")}
              </Title>
              <Text size="sm" c="dimmed" mt={4} maw="66ch">
                {t("certify.lead")}
              </Text>
            </div>
            {open.length > 0 ? (
              <Notice
                tone="warning"
                title={t("certify.open", { count: open.length })}
                actions={
                  <Link
                    to={paths.sessionRecords}
                    params={{ organisation: place.organisation, session: place.session }}
                    className={classes.link}
                  >
                    {t("certify.toSheets")}
                  </Link>
                }
              >
                {t("certify.openHelp")}
              </Notice>
            ) : null}
            {answer ? <Issued answer={answer} people={people} /> : null}
            {totals.isError ? (
              <ProblemNotice error={totals.error} onRetry={() => totals.refetch()} />
            ) : totals.isPending ? (
              <Skeleton height={220} role="img" aria-label={t("state.loading")} />
            ) : (
              <IssueForm place={place} people={people} onIssued={setAnswer} />
            )}
          </Stack>
        </Panel>
      ) : null}
      <List place={place} writes={writes} />
    </>
  );
}

function List({ place, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(certificatesQuery(place));
  return (
    <Panel labelledBy="delivrees">
      <Stack>
        <Title order={2} id="delivrees">
          {t("certify.list", { count: query.data?.length ?? 0 })}
        </Title>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={140} role="img" aria-label={t("state.loading")} />
        ) : query.data.length === 0 ? (
          <Text c="dimmed">{t("certify.none")}</Text>
        ) : (
          <ul className={classes.rows}>
            {query.data.toReversed().map((one) => (
              <li key={one.id}>
                <Row place={place} writes={writes} certificate={one} all={query.data} />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

interface RowProps extends Props {
  certificate: Certificate;
  all: Certificate[];
}

function Row({ place, writes, certificate, all }: RowProps) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const people = useQuery(totalsQuery(place)).data?.trainees ?? [];
  const person = people.find(({ enrolment_id: id }) => id === certificate.enrolment_id);
  const kind = certificateName(t, certificate.kind);
  const name = person ? `${kind}, ${fullName(person)}` : kind;
  const numberOf = (id: string | null | undefined) =>
    all.find((other) => other.id === id)?.number ?? "";
  const close = () => setReplacing(false);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            <span>{t("certify.number", { number: certificate.number })}</span>
            <span>{formatPeriod(certificate.period_from, certificate.period_to)}</span>
            <span>{t("certify.issuedOn", { date: formatDay(certificate.issued_at) })}</span>
          </p>
        </div>
        {certificate.replaced_by ? (
          <StateTag tone="warning">
            {t("certify.replacedBy", { number: numberOf(certificate.replaced_by) })}
          </StateTag>
        ) : (
          <StateTag tone="success">{t("certify.valid")}</StateTag>
        )}
      </div>
      {certificate.replace_reason ? (
        <p className={classes.said}>
          {t("certify.replaces", {
            number: numberOf(certificate.replaces),
            reason: certificate.replace_reason,
          })}
        </p>
      ) : null}
      <div className={`${classes.toolbar} ${classes.below}`}>
        <ExportButtons
          name={`${name}, ${certificate.number}`}
          label={t("certify.download")}
          formats={CERTIFICATE_FORMATS}
          download={(format) => downloadCertificate(place, certificate, format)}
        />
        <div className={classes.actions}>
          <Link
            to={paths.document}
            params={{ code: certificate.code }}
            className={classes.link}
            aria-label={t("certify.publicOf", { number: certificate.number })}
          >
            {t("certify.public")}
          </Link>
          {writes && !certificate.replaced_by ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={replacing}
              aria-label={t("certify.replaceOf", { number: certificate.number })}
              onClick={() => setReplacing(!replacing)}
            >
              {t("certify.replace")}
            </Button>
          ) : null}
        </div>
      </div>
      {replacing && !certificate.replaced_by ? (
        <div className={classes.below}>
          <ReplaceForm place={place} certificate={certificate} onDone={close} onCancel={close} />
        </div>
      ) : null}
    </>
  );
}
