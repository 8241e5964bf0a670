import { Anchor, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { CertificationSheet } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { formatDateShort, today } from "@/lib/days";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { absenceOf, certificationQuery, numberOf, remarksOn } from "./certification";

const TYPING_PAUSE_MS = 300;

interface Props {
  /** What stands in the field. */
  code: string;
  /** The training's jobs and their families. */
  jobs: readonly string[];
}

/** What the published table says of the number that was typed, as soon as it is one. */
export function CertificationNote({ code, jobs }: Props) {
  const number = numberOf(useDebouncedValue(code, TYPING_PAUSE_MS)[0]);
  return number ? <Found key={number} number={number} jobs={jobs} /> : null;
}

function Found({ number, jobs }: { number: string; jobs: readonly string[] }) {
  const { t } = useTranslation();
  const found = useQuery(certificationQuery(number));
  const absence = absenceOf(found.error);
  if (found.isError && !absence) {
    return <ProblemNotice error={found.error} onRetry={() => found.refetch()} />;
  }
  return (
    <div role="status">
      {found.isPending ? (
        <Text size="sm" c="dimmed">
          {t("writing.certification.loading", { number })}
        </Text>
      ) : null}
      {absence ? (
        <Notice tone={absence === "unknown" ? "warning" : "info"}>
          {t(`writing.certification.${absence}`, { number })}
        </Notice>
      ) : null}
      {found.data ? <Certification certification={found.data} jobs={jobs} /> : null}
    </div>
  );
}

interface CertificationProps {
  certification: CertificationSheet;
  jobs: readonly string[];
}

function Certification({ certification, jobs }: CertificationProps) {
  const { t } = useTranslation();
  const { number, title, level, url, ends_on: last, published_on: published } = certification;
  const remarks = remarksOn(certification, jobs, today());
  const date = last ? formatDateShort(last) : "";
  return (
    <Stack gap="xs">
      <Text size="sm">
        <Anchor href={url} rel="external noreferrer" inherit>
          {title}
        </Anchor>
        {` (${[number, ...(level ? [t("writing.certification.level", { level })] : [])].join(", ")})`}
      </Text>
      {remarks.length > 0 ? (
        <Notice tone="warning">
          {remarks.map((remark) => (
            <div key={remark}>{t(`writing.certification.${remark}`, { date })}</div>
          ))}
        </Notice>
      ) : null}
      <Text size="xs" c="dimmed">
        {t("writing.certification.source", { date: formatDateShort(published) })}
      </Text>
    </Stack>
  );
}
