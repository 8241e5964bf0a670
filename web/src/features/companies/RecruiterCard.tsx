import { Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Recruiter } from "@/api/types";
import { useTranslation } from "@/i18n/admin";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { formatSiret } from "@/lib/siret";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ReasonButton } from "@/ui/ReasonButton";
import { StateTag } from "@/ui/StateTag";
import classes from "./RecruiterReviews.module.css";
import { useDecisions } from "./reviews";

const TONES = {
  pending_register: "neutral",
  awaiting_proof: "neutral",
  awaiting_review: "warning",
  granted: "success",
  refused: "error",
  suspended: "error",
} as const;

/** One recruiter: who asks, for which company, with what proof, and what can be decided. */
export function RecruiterCard({ recruiter }: { recruiter: Recruiter }) {
  const { t } = useTranslation();
  const { person, company, status } = recruiter;
  return (
    <Panel>
      <Stack>
        <div className={classes.head}>
          <h2 className={classes.name}>{company.name ?? formatSiret(company.siret)}</h2>
          <StateTag tone={TONES[status]}>{t(`reviews.status.${status}`)}</StateTag>
        </div>
        <Facts
          facts={[
            [t("reviews.person"), fullName(person)],
            [t("field.email"), person.email],
            [t("establishment.siret"), formatSiret(company.siret)],
            [t("establishment.address"), company.address ?? t("establishment.unknownAddress")],
            [t("reviews.register"), t(company.active ? "reviews.active" : "reviews.inactive")],
            [t("reviews.proof"), recruiter.proof?.email ?? t("reviews.noProof")],
            [t("reviews.requestedAt"), formatMoment(recruiter.requested_at)],
          ]}
        />
        {recruiter.message ? <p className={classes.message}>{recruiter.message}</p> : null}
        {recruiter.status_reason ? (
          <Text size="sm">
            <strong>{t("reason.given")}</strong> {recruiter.status_reason}
          </Text>
        ) : null}
        <Decisions recruiter={recruiter} />
      </Stack>
    </Panel>
  );
}

const GRANTABLE = ["awaiting_review", "awaiting_proof"];
const REFUSABLE = [...GRANTABLE, "pending_register"];

function Decisions({ recruiter }: { recruiter: Recruiter }) {
  const { id, status, person, company, proof } = recruiter;
  const { t } = useTranslation();
  const decisions = useDecisions();
  const name = company.name ?? company.siret;
  return (
    <Group gap="sm">
      {GRANTABLE.includes(status) ? (
        <GrantButton
          name={name}
          email={person.email}
          domains={domainsOf([proof?.email, person.email])}
          grant={(domain) => decisions.grant(id, domain)}
        />
      ) : null}
      {REFUSABLE.includes(status) ? (
        <ReasonButton
          label={t("reviews.refuse")}
          title={t("reviews.refuseTitle", { name })}
          help={t("reviews.refuseHelp")}
          confirm={t("reviews.refuse")}
          action={(reason) => decisions.refuse(id, reason)}
        />
      ) : null}
      {status === "granted" ? (
        <ReasonButton
          label={t("reviews.suspend")}
          title={t("reviews.suspendTitle", { name })}
          help={t("reviews.suspendHelp")}
          confirm={t("reviews.suspend")}
          action={(reason) => decisions.suspend(id, reason)}
        />
      ) : null}
      {status === "suspended" ? (
        <ConfirmButton
          label={t("reviews.reinstate")}
          title={t("reviews.reinstateTitle", { name })}
          confirm={t("reviews.reinstate")}
          action={() => decisions.reinstate(id)}
        >
          {t("reviews.reinstateHelp")}
        </ConfirmButton>
      ) : null}
    </Group>
  );
}

/** Only an address that was confirmed can lend its domain to the company. */
function domainsOf(addresses: (string | undefined)[]): string[] {
  const domains = addresses.map((address) => address?.split("@").at(-1)?.toLowerCase() ?? "");
  return [...new Set(domains)].filter((domain) => domain !== "");
}

interface GrantProps {
  name: string;
  email: string;
  domains: string[];
  grant: (domain: string | null) => Promise<unknown>;
}

/** Grants; a domain is accepted only when the reviewer chooses it, because it opens the door to others. */
function GrantButton({ name, email, domains, grant }: GrantProps) {
  const { t } = useTranslation();
  const [domain, setDomain] = useState("");
  return (
    <ConfirmButton
      label={t("reviews.grant")}
      title={t("reviews.grantTitle", { name })}
      confirm={t("reviews.grant")}
      action={() => grant(domain === "" ? null : domain)}
    >
      <Stack>
        <Text>{t("reviews.grantHelp", { email })}</Text>
        <NativeSelect
          label={t("reviews.domain")}
          description={t("reviews.domainHelp")}
          value={domain}
          onChange={(event) => setDomain(event.currentTarget.value)}
          data={[
            { value: "", label: t("reviews.noDomain") },
            ...domains.map((value) => ({ value, label: value })),
          ]}
        />
      </Stack>
    </ConfirmButton>
  );
}
