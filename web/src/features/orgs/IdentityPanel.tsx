import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { MyOrganisation, OrganisationIdentity, RegisterCheck } from "@/api/types";
import { useTranslation } from "@/i18n/organisationIdentity";
import { formatNda, formatSiret } from "@/lib/siret";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { certificateLines } from "./certificateLines";
import { IdentityForm } from "./IdentityForm";
import { IdentityStanding } from "./IdentityStanding";
import { identityQuery } from "./identityQueries";

/** Who the organisation is: declared by its admins, compared with the public registers. */
export function IdentityPanel({ organisation }: { organisation: MyOrganisation }) {
  const { t } = useTranslation();
  const { id, role, status } = organisation;
  const query = useQuery(identityQuery(id));
  const identity = query.data;
  const suspended = status !== "active";
  return (
    <Panel labelledBy="identite">
      <Stack>
        <div>
          <Title order={2} id="identite">
            {t("identity.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("identity.lead")}
          </Text>
        </div>
        {identity ? (
          <>
            <IdentityStanding identity={identity} />
            {role === "admin" && !suspended ? (
              <IdentityForm key={id} organisation={id} identity={identity} />
            ) : (
              <>
                <DeclaredFacts identity={identity} />
                <Text size="sm" c="dimmed">
                  {t(suspended ? "identity.suspended" : "identity.readOnly")}
                </Text>
              </>
            )}
          </>
        ) : query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Skeleton height={180} role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    </Panel>
  );
}

/** What is declared, with what the registers say of it, for those who only read. */
function DeclaredFacts({ identity }: { identity: OrganisationIdentity }) {
  const { t } = useTranslation();
  const checked = (value: string, check: RegisterCheck | null | undefined) =>
    check ? `${value} (${t(`identity.check.${check}`)})` : value;
  const missing = t("identity.notGiven");
  const { legal_name: name, siret, nda, claims_qualiopi: claims } = identity;
  const qualiopi = t(claims ? "identity.claimed" : "identity.notClaimed");
  return (
    <Facts
      facts={[
        [t("identity.legalName"), name ?? missing],
        [
          t("establishment.siret"),
          siret ? checked(formatSiret(siret), identity.siret_check) : missing,
        ],
        [t("identity.nda"), nda ? checked(formatNda(nda), identity.nda_check) : missing],
        [t("identity.qualiopiName"), checked(qualiopi, identity.qualiopi_check)],
        [t("identity.categories"), certificateLines(t, identity).join(", ") || missing],
      ]}
    />
  );
}
