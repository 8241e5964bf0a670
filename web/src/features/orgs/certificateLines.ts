import type { OrganisationIdentity } from "@/api/types";
import type { Translate } from "@/i18n/organisationIdentity";
import { formatDateShort } from "@/lib/days";

/** Each kind of action the organisation says that it is certified for, with its days. */
export const certificateLines = (t: Translate, identity: OrganisationIdentity): string[] =>
  identity.qualiopi_certificates.map(({ category, valid_from, valid_until }) =>
    t("identity.certificate", {
      kind: t(`actionKind.${category}`),
      from: formatDateShort(valid_from),
      until: formatDateShort(valid_until),
    }),
  );
