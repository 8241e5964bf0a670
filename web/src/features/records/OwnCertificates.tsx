import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { MyAttendance } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatPeriod } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { CERTIFICATE_FORMATS, ExportButtons } from "./ExportButtons";
import { downloadMyCertificate, myCertificatesQuery } from "./mineQueries";
import classes from "./Records.module.css";
import { certificateName } from "./words";

/** The certificates one was issued, with the files to keep; the newest first. */
export function OwnCertificates({ sessions }: { sessions: MyAttendance[] }) {
  const { t } = useTranslation();
  const query = useQuery(myCertificatesQuery);
  const titleOf = (id: string) => sessions.find(({ session_id: one }) => one === id)?.title;
  return (
    <Panel labelledBy="attestations">
      <Stack>
        <div>
          <Title order={2} id="attestations">
            {t("own.certificates")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="62ch">
            {t("own.certificatesHelp")}
          </Text>
        </div>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={90} role="img" aria-label={t("state.loading")} />
        ) : query.data.length === 0 ? (
          <Text c="dimmed">{t("own.noCertificate")}</Text>
        ) : (
          <ul className={classes.rows}>
            {query.data.toReversed().map((one) => {
              const kind = certificateName(t, one.kind);
              const title = titleOf(one.session_id);
              return (
                <li key={one.id}>
                  <div className={classes.head}>
                    <div className={classes.main}>
                      <h3 className={classes.name}>{kind}</h3>
                      <p className={classes.facts}>
                        {title ? <span>{title}</span> : null}
                        <span>{formatPeriod(one.period_from, one.period_to)}</span>
                        <span>
                          {t("own.issued", { number: one.number, date: formatDay(one.issued_at) })}
                        </span>
                      </p>
                    </div>
                    {one.replaced_by ? (
                      <StateTag tone="warning">{t("own.replaced")}</StateTag>
                    ) : (
                      <StateTag tone="success">{t("own.valid")}</StateTag>
                    )}
                  </div>
                  {one.replace_reason ? (
                    <p className={classes.said}>
                      {t("own.replaces", { reason: one.replace_reason })}
                    </p>
                  ) : null}
                  <div className={classes.below}>
                    <ExportButtons
                      name={`${kind} ${one.number}`}
                      label={t("own.download")}
                      formats={CERTIFICATE_FORMATS}
                      download={(format) => downloadMyCertificate(one.id, one.number, format)}
                    />
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}
